/** Tells everything that works for longer than a moment that the program is about to end. */
export class StopSignal {
  private readonly controller = new AbortController();

  get aborted(): boolean {
    return this.controller.signal.aborted;
  }

  stop(): void {
    this.controller.abort();
  }
}
