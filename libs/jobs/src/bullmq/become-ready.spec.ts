import { EventEmitter } from 'node:events';
import { becomeReady } from './become-ready';

class Made extends EventEmitter {
  closed = false;
  constructor(private readonly outcome: Error | null) {
    super();
  }
  async waitUntilReady(): Promise<void> {
    if (this.outcome) throw this.outcome;
  }
  async close(): Promise<void> {
    this.closed = true;
  }
}

describe('becomeReady', () => {
  it('throws away what failed at its first look, and hands out one that did not', async () => {
    const made = [new Made(new Error('cut')), new Made(new Error('cut again')), new Made(null)];
    const errors: unknown[] = [];
    let next = 0;
    const ready = await becomeReady(
      () => made[next++] ?? new Made(null),
      { closed: false },
      (error) => errors.push(error),
    );
    expect(ready).toBe(made[2]);
    expect(made.map(({ closed }) => closed)).toEqual([true, true, false]);
    expect(errors).toHaveLength(2);
  });

  it('gives up when the connection was closed', async () => {
    const failing = () => new Made(new Error('gone'));
    await expect(becomeReady(failing, { closed: true }, () => undefined)).rejects.toThrow('was closed');
  });
});
