import { computed, inject, Service, signal } from '@angular/core';
import { SessionStore } from '../../organisation/session-store';
import { isTyped, type Pasted } from './paste-entries';
import { BLANK_ENTRY, type Cell, type CellFault, type Entry } from './read-entry';

type Entries = ReadonlyMap<string, Entry>;
const NONE: Entries = new Map();
const MOST_STEPS = 100;

/**
 * What is typed into the grid and not saved yet, by obligation. It outlives the page, so that a look at a benefit loses nothing; every
 * step – a cell, a pasted block, a fill – can be taken back. Kept in memory only, for the person signed in.
 */
@Service()
export class DueEntries {
  private readonly sessions = inject(SessionStore);
  private readonly held = signal<{ person: string | undefined; steps: readonly Entries[] }>({
    person: undefined,
    steps: [NONE],
  });
  private readonly refused = signal<ReadonlyMap<string, readonly CellFault[]>>(new Map());

  private readonly steps = computed(() =>
    this.held().person === this.sessions.person()?.id ? this.held().steps : [NONE],
  );
  readonly entries = computed(() => this.steps().at(-1) ?? NONE);
  /** What the server refused, until the cell is changed. */
  readonly serverFaults = this.refused.asReadonly();
  readonly canUndo = computed(() => this.steps().length > 1);
  /** Obligations whose row holds something. */
  readonly typed = computed(() => [...this.entries()].filter(([, entry]) => isTyped(entry)).map(([id]) => id));

  of(row: string): Entry {
    return this.entries().get(row) ?? BLANK_ENTRY;
  }

  set(row: string, cell: Cell, text: string): void {
    if (this.of(row)[cell] === text) return;
    this.step(new Map(this.entries()).set(row, { ...this.of(row), [cell]: text }));
    this.forgetFault(row, cell);
  }

  /** One text in a cell of many rows, as one step. */
  fill(rows: readonly string[], cell: Cell, text: string): void {
    const filled = new Map(this.entries());
    for (const row of rows) filled.set(row, { ...this.of(row), [cell]: text });
    this.step(filled);
  }

  take(pasted: Pasted): void {
    this.step(pasted.entries);
    this.refused.set(new Map());
  }

  clearRow(row: string): void {
    const rest = new Map(this.entries());
    rest.delete(row);
    this.step(rest);
  }

  undo(): void {
    if (this.canUndo()) this.keep(this.steps().slice(0, -1));
  }

  refuse(faults: ReadonlyMap<string, readonly CellFault[]>): void {
    this.refused.set(faults);
  }

  /** Drops rows that are saved, and with them the way back: what is recorded is corrected, not taken back. */
  drop(rows: readonly string[]): void {
    const rest = new Map(this.entries());
    for (const row of rows) rest.delete(row);
    this.keep([rest]);
    this.refused.set(new Map());
  }

  private step(entries: Entries): void {
    this.keep([...this.steps(), entries].slice(-MOST_STEPS));
  }

  private keep(steps: readonly Entries[]): void {
    this.held.set({ person: this.sessions.person()?.id, steps });
  }

  private forgetFault(row: string, cell: Cell): void {
    const faults = this.refused().get(row);
    if (!faults) return;
    this.refused.update((all) =>
      new Map(all).set(
        row,
        faults.filter((fault) => fault.cell !== cell),
      ),
    );
  }
}
