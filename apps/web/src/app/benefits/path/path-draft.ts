import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { isSamePath } from '@hoest/benefits';
import { benefitRoutes, type Measure } from '@hoest/contracts';
import { Format, type SaveState } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { BenefitStore } from '../benefit/benefit-store';
import { type EditedPoint, type Point, repeatedDays, toPoints, toRows, withValueAt } from './edited-path';

/** A point that is dragged saves once it rests. */
const REST_MS = 900;
const UNDO_FOR_MS = 10_000;

/** The target path of one measure while it is changed: moved, typed, saved by itself, taken back. */
@Injectable()
export class PathDraft {
  private readonly store = inject(BenefitStore);
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  readonly measure = signal<Measure | undefined>(undefined);
  private readonly changed = signal<{ of: string; rows: readonly EditedPoint[] } | undefined>(undefined);
  private readonly shown = signal<SaveState>({ kind: 'idle' });
  private former: readonly Point[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;
  private waiting = false;

  private readonly stored = computed(() => this.measure()?.targetPoints ?? []);
  /** Rows as they stand, changed or stored. */
  readonly rows = computed(() => {
    const changed = this.changed();
    return changed?.of === this.measure()?.id ? (changed?.rows ?? []) : toRows(this.stored());
  });
  readonly points = computed(() => toPoints(this.rows()));
  /** How the saving goes; in a conflict with what the other person saved, once it is read. */
  readonly state = computed<SaveState>(() => {
    const state = this.shown();
    return state.kind === 'conflict' ? { ...state, theirs: this.words(this.stored()) } : state;
  });
  readonly repeated = computed(() => repeatedDays(this.rows()));

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      // Leaving the page is no reason to lose the last move.
      if (this.timer !== undefined) void this.save();
    });
  }

  /** Moves a point of the curve; it is saved when it has rested for a moment. */
  move(index: number, value: string): void {
    this.hold(withValueAt(this.rows(), index, value));
    this.saveAfter(REST_MS);
  }

  /** Shows rows to begin with; nothing is saved until one is changed. */
  begin(rows: readonly EditedPoint[]): void {
    this.hold(rows);
  }

  /** Takes rows that were typed, and saves the complete ones. */
  set(rows: readonly EditedPoint[]): void {
    this.hold(rows);
    this.saveAfter(0);
  }

  async undo(): Promise<void> {
    if (!this.former) return;
    this.hold(toRows(this.former));
    await this.save();
  }

  keepTheirs(): void {
    this.changed.set(undefined);
    this.shown.set({ kind: 'idle' });
  }

  again(): Promise<void> {
    return this.save();
  }

  private hold(rows: readonly EditedPoint[]): void {
    this.shown.set({ kind: 'idle' });
    const of = this.measure()?.id;
    if (of) this.changed.set({ of, rows });
  }

  private saveAfter(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pause);
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const [measure, rows, points] = [this.measure(), this.rows(), this.points()];
    // While a save is under way the stored path says nothing; what is wanted is looked at again afterwards.
    if (this.sending) {
      this.waiting = true;
      return;
    }
    if (!measure || this.repeated().size > 0 || isSamePath(points, measure.targetPoints)) return;
    const before = measure.targetPoints;
    this.sending = true;
    this.shown.set({ kind: 'saving' });
    try {
      const answer = await this.client.call(benefitRoutes.setTargetPoints, {
        params: { id: measure.id },
        body: { points },
        ifMatch: measure.version,
      });
      this.former = before;
      this.store.take(answer);
      // At once, because the next save may begin before the page has handed the new measure down.
      this.measure.set(answer.measures.find(({ id }) => id === measure.id));
      this.takenOver(rows);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.refused(problem, points);
    } finally {
      this.sending = false;
      if (this.waiting) this.saveAfter(0);
      this.waiting = false;
    }
  }

  /** Whether something is on its way that a closed page would lose. */
  unsaved(): boolean {
    return this.sending || this.timer !== undefined;
  }

  /** What is stored now; rows that are typed in the meantime or not complete yet stay as they are. */
  private takenOver(rows: readonly EditedPoint[]): void {
    if (this.changed()?.rows === rows && rows.every(({ dueOn, value }) => dueOn !== null && value !== null))
      this.changed.set(undefined);
    const at = new Date();
    this.shown.set({ kind: 'saved', at, undoable: true });
    setTimeout(() => {
      const state = this.shown();
      if (state.kind === 'saved' && state.at === at) this.shown.set({ ...state, undoable: false });
    }, UNDO_FOR_MS);
  }

  private refused(problem: ApiProblem, mine: readonly Point[]): void {
    const [fault] = problem.problem.errors ?? [];
    if (problem.problem.status !== 412) {
      this.shown.set({ kind: 'refused', text: problem.problem.title, detail: fault?.detail ?? problem.problem.detail });
      return;
    }
    this.store.reading.reload();
    this.shown.set({ kind: 'conflict', mine: this.words(mine), theirs: '' });
  }

  /** A path in a line: `412 (01.03.2026), 60 (01.03.2027)`. */
  private words(points: readonly Point[]): string {
    return points
      .map(({ dueOn, value }) => `${this.format.number(value, { maxDecimals: 6 })} (${this.format.date(dueOn)})`)
      .join(', ');
  }
}
