import { computed, DestroyRef, inject, type Signal, signal } from '@angular/core';
import type { BodyInputOf, Route } from '@hoest/contracts';
import type { SaveState } from '@hoest/ui';
import { ApiClient } from './api-client';
import { ApiProblem } from './api-problem';
import type { CallInput } from './call-input';

const UNDO_FOR_MS = 10_000;
const IDLE: SaveState = { kind: 'idle' };

interface Versioned {
  version: number;
}

export interface EditRowOptions<Row, Changes> {
  /** The row as last read; undefined while there is none. */
  row: () => Row | undefined;
  /** Path parameters of the call, `(row) => ({ id: row.id })`. */
  params: (row: Row) => Record<string, string>;
  /** Takes the row as the server answered it: `(row) => this.initiative.set(row)`. */
  saved: (row: Row) => void;
  /** How a stored value is sent back, where the row holds more than the body takes (names beside ids); default: as it is. */
  sent?: (field: keyof Changes & string, value: unknown) => unknown;
  /** How a value is written in a conflict; default: as text. */
  show?: (field: keyof Changes & string, value: unknown) => string;
}

/** Saves a row field by field; see {@link editRow}. */
export interface RowEditor<Changes> {
  /** How the saving of the field goes, for `ui-field [saveState]`. */
  state(field: keyof Changes & string): SaveState;
  /** Why the field was refused last, for `ui-field [error]`; undefined when it was not. */
  fault(field: keyof Changes & string): string | undefined;
  /**
   * Saves one field; resolves with whether it is saved. Later saves of the same row wait their turn. `seen` is the stored
   * value the reader began from, where the row follows others' changes meanwhile: another one now is a conflict as well.
   */
  save<Field extends keyof Changes & string>(field: Field, value: Changes[Field], seen?: unknown): Promise<boolean>;
  /** Saves several fields that only make sense together (class and its reason) in one call; states show on the first. */
  saveTogether(changes: Partial<Changes>): Promise<boolean>;
  /** Puts the former value back, as a change of its own. */
  undo(field: keyof Changes & string): Promise<boolean>;
  /** Ends a conflict with what the other person saved. */
  keepTheirs(field: keyof Changes & string): void;
  /** Ends a conflict by saving one's own value over the other's. */
  useMine(field: keyof Changes & string): Promise<boolean>;
  /** Tries again what was refused or got no answer. */
  again(field: keyof Changes & string): Promise<boolean>;
  /** Whether a save is under way or waits for an answer from the reader (conflict, refusal). */
  readonly unsettled: Signal<boolean>;
}

/**
 * Saving by field over a PATCH route (injection context).
 *
 * ```ts
 * protected readonly edit = editRow(initiativeRoutes.changeInitiative, {
 *   row: () => this.initiative.value(), params: ({ id }) => ({ id }), saved: (row) => this.initiative.set(row),
 * });
 * ```
 * The row's version goes along. When another person changed *other* fields meanwhile (412), the same change is sent
 * again by itself with the new version; when they changed *this* field to something else, it becomes a conflict that the
 * reader decides. Nothing typed is lost in either case.
 */
export function editRow<R extends Route, Row extends Versioned>(
  route: R,
  options: EditRowOptions<Row, Required<NonNullable<BodyInputOf<R>>>>,
): RowEditor<Required<NonNullable<BodyInputOf<R>>>> {
  type Changes = Required<NonNullable<BodyInputOf<R>>>;
  return new FieldwiseEditor<Changes, Row>(options, inject(ApiClient), route, inject(DestroyRef));
}

class FieldwiseEditor<Changes, Row extends Versioned> implements RowEditor<Changes> {
  private readonly states = signal<ReadonlyMap<string, SaveState>>(new Map());
  private readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  private readonly attempts = new Map<string, Partial<Changes>>();
  private readonly former = new Map<string, Partial<Changes>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** A newer row that a conflict brought along; shown once the reader has decided. */
  private theirs: Row | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  readonly unsettled = computed(() =>
    [...this.states().values()].some(({ kind }) => kind === 'saving' || kind === 'conflict' || kind === 'refused'),
  );

  constructor(
    private readonly options: EditRowOptions<Row, Changes>,
    private readonly client: ApiClient,
    private readonly route: Route,
    destroyed: DestroyRef,
  ) {
    destroyed.onDestroy(() => this.timers.forEach((timer) => clearTimeout(timer)));
  }

  state(field: string): SaveState {
    return this.states().get(field) ?? IDLE;
  }

  fault(field: string): string | undefined {
    return this.faults().get(field);
  }

  save<Field extends keyof Changes & string>(field: Field, value: Changes[Field], seen?: unknown): Promise<boolean> {
    const changes = { [field]: value } as unknown as Partial<Changes>;
    const row = this.options.row();
    const now = row && this.stored(row, field);
    if (seen !== undefined && row && !same(now, seen) && !same(now, value)) {
      this.attempts.set(field, changes);
      this.dispute(field, field, changes, row);
      return Promise.resolve(false);
    }
    return this.saveTogether(changes);
  }

  saveTogether(changes: Partial<Changes>): Promise<boolean> {
    const field = Object.keys(changes)[0];
    if (field === undefined) return Promise.resolve(true);
    this.attempts.set(field, changes);
    this.show(field, { kind: 'saving' });
    const attempt = this.turn.then(() => this.send(field, changes, true));
    this.turn = attempt;
    return attempt;
  }

  undo(field: string): Promise<boolean> {
    const former = this.former.get(field);
    return former ? this.saveTogether(former) : Promise.resolve(false);
  }

  keepTheirs(field: string): void {
    if (this.theirs) this.options.saved(this.theirs);
    this.theirs = undefined;
    this.show(field, IDLE);
  }

  useMine(field: string): Promise<boolean> {
    if (this.theirs) this.options.saved(this.theirs);
    this.theirs = undefined;
    return this.again(field);
  }

  again(field: string): Promise<boolean> {
    const changes = this.attempts.get(field);
    return changes ? this.saveTogether(changes) : Promise.resolve(false);
  }

  private async send(field: string, changes: Partial<Changes>, undoable: boolean, base?: Row): Promise<boolean> {
    const row = base ?? this.options.row();
    if (!row) return false;
    const before = Object.fromEntries(
      Object.keys(changes).map((key) => [key, this.stored(row, key)]),
    ) as Partial<Changes>;
    try {
      const input = { params: this.options.params(row), body: changes, ifMatch: row.version } as unknown as CallInput;
      this.options.saved((await this.client.call(this.route, input)) as Row);
      this.former.set(field, before);
      this.settle(field, undoable);
      return true;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      const current = problem.problem.status === 412 ? (problem.problem.current as Row | undefined) : undefined;
      if (current) return this.meet(field, changes, row, current, problem, undoable);
      this.refuse(field, changes, problem);
      return false;
    }
  }

  /** Somebody saved meanwhile: go on when it was something else, ask when it was the same field. */
  private meet(
    field: string,
    changes: Partial<Changes>,
    base: Row,
    current: Row,
    problem: ApiProblem,
    undoable: boolean,
  ): Promise<boolean> | boolean {
    const changed =
      problem.problem.changedFields ?? Object.keys(changes).filter((key) => !same(read(base, key), read(current, key)));
    const disputed = Object.keys(changes).find(
      (key) => changed.includes(key) && !same(this.stored(current, key), changes[key as keyof Changes]),
    );
    if (disputed === undefined) return this.send(field, changes, undoable, current);
    this.dispute(field, disputed, changes, current);
    return false;
  }

  /** Puts both values before the reader. */
  private dispute(field: string, disputed: string, changes: Partial<Changes>, current: Row): void {
    this.theirs = current;
    const show = (value: unknown) => this.options.show?.(disputed as keyof Changes & string, value) ?? plain(value);
    const by = read(current, 'updatedByName');
    this.show(field, {
      kind: 'conflict',
      mine: show(changes[disputed as keyof Changes]),
      theirs: show(this.stored(current, disputed)),
      by: typeof by === 'string' ? by : undefined,
    });
  }

  /** A stored value in the form the route takes. */
  private stored(row: Row, key: string): unknown {
    const value = read(row, key);
    return this.options.sent ? this.options.sent(key as keyof Changes & string, value) : value;
  }

  private refuse(field: string, changes: Partial<Changes>, problem: ApiProblem): void {
    const fault = Object.keys(changes)
      .map((key) => problem.faultOf(key))
      .find(Boolean);
    if (fault) this.faults.update((faults) => new Map(faults).set(field, fault));
    this.show(
      field,
      fault ? IDLE : { kind: 'refused', text: problem.problem.title, detail: problem.problem.detail },
      fault !== undefined,
    );
  }

  private settle(field: string, undoable: boolean): void {
    const at = new Date();
    this.show(field, { kind: 'saved', at, undoable });
    clearTimeout(this.timers.get(field));
    this.timers.set(
      field,
      setTimeout(() => this.show(field, { kind: 'saved', at, undoable: false }), UNDO_FOR_MS),
    );
  }

  private show(field: string, state: SaveState, keepFault = false): void {
    this.states.update((states) => new Map(states).set(field, state));
    if (!keepFault && this.faults().has(field)) {
      this.faults.update((faults) => {
        const rest = new Map(faults);
        rest.delete(field);
        return rest;
      });
    }
  }
}

const read = (row: object, key: string): unknown => (row as Record<string, unknown>)[key];
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const plain = (value: unknown) =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
