import { timeLeft } from './time-left';

const start = '2026-11-24T12:00:00Z';
const after = (seconds: number) => new Date(new Date(start).getTime() + seconds * 1000);

describe('time left of long work', () => {
  it('goes by the pace so far', () => {
    expect(timeLeft(start, after(20), 0.5)).toEqual({ unit: 'seconds', n: 20 });
    expect(timeLeft(start, after(11), 0.2)).toEqual({ unit: 'seconds', n: 45 });
    expect(timeLeft(start, after(60), 0.2)).toEqual({ unit: 'minutes', n: 4 });
    expect(timeLeft(start, after(20), 0.95)).toEqual({ unit: 'moment' });
  });

  it('is not guessed from too little', () => {
    expect(timeLeft(null, after(20), 0.5)).toBeNull();
    expect(timeLeft(start, after(20), null)).toBeNull();
    expect(timeLeft(start, after(20), 0.01)).toBeNull();
    expect(timeLeft(start, after(1), 0.5)).toBeNull();
    expect(timeLeft(start, after(20), 1)).toBeNull();
  });
});
