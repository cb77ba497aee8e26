/**
 * Does something again and again, with a pause in between, never twice at once. A failure is reported and the next turn
 * comes as if nothing had been.
 */
export class Ticker {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The first turn comes at once. */
  start(): void {
    this.stopped = false;
    this.next(0);
  }

  /** Waits for a turn that runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  private next(afterMs: number): void {
    this.timer = setTimeout(() => {
      this.turn = this.work()
        .catch(this.onError)
        .finally(() => {
          if (!this.stopped) this.next(this.everyMs);
        });
    }, afterMs);
  }
}
