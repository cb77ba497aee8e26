import { Ticker } from './ticker';

describe('Ticker', () => {
  it('takes its turns one after the other, also after a failure, and none after it was stopped', async () => {
    let running = 0;
    let most = 0;
    let turns = 0;
    const errors: unknown[] = [];
    let enough: () => void = () => undefined;
    const four = new Promise<void>((resolve) => (enough = resolve));
    const ticker = new Ticker(
      1,
      async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        if (++turns === 4) enough();
        if (turns === 2) throw new Error('once');
      },
      (error) => errors.push(error),
    );
    ticker.start();
    await four;
    await ticker.stop();
    const after = turns;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect({ most, turns, errors: errors.length }).toEqual({ most: 1, turns: after, errors: 1 });
  });
});
