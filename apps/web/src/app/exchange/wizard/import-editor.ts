import { computed, signal } from '@angular/core';
import { type BodyInputOf, type ImportRecord, importRoutes } from '@hoest/contracts';
import type { SaveState } from '@hoest/ui';
import type { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';

const UNDO_FOR_MS = 10_000;
const IDLE: SaveState = { kind: 'idle' };

export type MappingChange = NonNullable<BodyInputOf<typeof importRoutes.setMapping>>;

/** One choice of the wizard: what is sent, and how to tell whether somebody else made the same choice meanwhile. */
export interface Choice {
  /** Name of the field the choice stands at: `decimal`, `column-3`. */
  key: string;
  /**
   * What is sent, and what takes it back, made when its turn has come: a choice before it, or another person's, may have
   * changed what there is to move. Without `back` no undo is offered.
   */
  plan: (record: ImportRecord) => Planned;
  /** The part of the import the choice is about. */
  of: (record: ImportRecord) => unknown;
  /** That part as the reader knows it, for a conflict. */
  show: (record: ImportRecord) => string;
  /** What was chosen, in words, for a conflict. */
  mine: string;
}

interface Planned {
  change: MappingChange;
  back?: MappingChange;
}

interface Waiting {
  choice: Choice;
  /** What was sent last. */
  planned?: Planned;
  theirs?: ImportRecord;
}

/**
 * Saves the choices of the wizard one by one, each with its state at its field. Choices of others elsewhere are merged
 * without asking; one about the same thing becomes a conflict that the reader decides.
 */
export class ImportEditor {
  private readonly states = signal<ReadonlyMap<string, SaveState>>(new Map());
  private readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  private readonly waiting = new Map<string, Waiting>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private turn: Promise<unknown> = Promise.resolve();

  /** Whether a choice is on its way or waits for the reader: no dry run yet. */
  readonly unsettled = computed(() =>
    [...this.states().values()].some(({ kind }) => kind === 'saving' || kind === 'conflict' || kind === 'refused'),
  );

  constructor(
    private readonly client: ApiClient,
    private readonly record: () => ImportRecord | undefined,
    private readonly saved: (record: ImportRecord) => void,
  ) {}

  state(key: string): SaveState {
    return this.states().get(key) ?? IDLE;
  }

  /** Why the choice cannot be, said at its field. */
  fault(key: string): string | undefined {
    return this.faults().get(key);
  }

  /** Resolves with whether it is saved. Choices wait their turn, so that each goes out with the version of the one before. */
  save(choice: Choice): Promise<boolean> {
    this.waiting.set(choice.key, { choice });
    this.show(choice.key, { kind: 'saving' });
    const attempt = this.turn.then(() => this.send(choice, this.record()));
    this.turn = attempt;
    return attempt;
  }

  undo(key: string): Promise<boolean> {
    const waiting = this.waiting.get(key);
    if (!waiting?.planned?.back) return Promise.resolve(false);
    const { change, back } = waiting.planned;
    return this.save({ ...waiting.choice, plan: () => ({ change: back, back: change }) });
  }

  keepTheirs(key: string): void {
    const theirs = this.waiting.get(key)?.theirs;
    if (theirs) this.saved(theirs);
    this.show(key, IDLE);
  }

  useMine(key: string): Promise<boolean> {
    const waiting = this.waiting.get(key);
    if (!waiting) return Promise.resolve(false);
    if (waiting.theirs) this.saved(waiting.theirs);
    return this.save(waiting.choice);
  }

  again(key: string): Promise<boolean> {
    const choice = this.waiting.get(key)?.choice;
    return choice ? this.save(choice) : Promise.resolve(false);
  }

  destroy(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private async send(choice: Choice, base: ImportRecord | undefined): Promise<boolean> {
    if (!base) return false;
    const planned = choice.plan(base);
    this.waiting.set(choice.key, { choice, planned });
    try {
      const record = await this.client.call(importRoutes.setMapping, {
        params: { id: base.id },
        body: planned.change,
        ifMatch: base.version,
      });
      this.saved(record);
      this.settle(choice.key, planned.back !== undefined);
      return true;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      const theirs = problem.problem.status === 412 ? (problem.problem.current as ImportRecord | undefined) : undefined;
      return theirs ? this.meet(choice, base, theirs) : this.refuse(choice.key, problem);
    }
  }

  /** Somebody else changed the import first: this very choice, or something beside it. */
  private meet(choice: Choice, base: ImportRecord, theirs: ImportRecord): Promise<boolean> | false {
    if (same(choice.of(theirs), choice.of(base))) return this.send(choice, theirs);
    this.waiting.set(choice.key, { choice, theirs });
    this.show(choice.key, { kind: 'conflict', mine: choice.mine, theirs: choice.show(theirs) });
    return false;
  }

  private refuse(key: string, { problem }: ApiProblem): false {
    const fault = problem.errors?.[0]?.detail;
    if (fault) this.faults.update((faults) => new Map(faults).set(key, fault));
    this.show(
      key,
      fault ? IDLE : { kind: 'refused', text: problem.title, detail: problem.detail },
      fault !== undefined,
    );
    return false;
  }

  private settle(key: string, undoable: boolean): void {
    const at = new Date();
    this.show(key, { kind: 'saved', at, undoable });
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.show(key, { kind: 'saved', at, undoable: false }), UNDO_FOR_MS),
    );
  }

  private show(key: string, state: SaveState, keepFault = false): void {
    this.states.update((states) => new Map(states).set(key, state));
    if (keepFault || !this.faults().has(key)) return;
    this.faults.update((faults) => new Map([...faults].filter(([name]) => name !== key)));
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
