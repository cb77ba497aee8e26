import { systemCaller } from '../database/caller';
import type { Database, Transaction } from '../database/transaction';
import { PERSON_REGISTER_SCOPE } from './scopes-to-bump';

/** What is recomputed as one: an initiative with all it owns, a strategy, the person register. */
export interface MaturityScope {
  organisationId: number;
  scopeKind: string;
  scopeId: string;
}

/**
 * Recomputes one scope if its wish is newer than its result, or the calendar has moved it. Running it twice, late or
 * from two workers gives the same rows (reliability rules, R10).
 * @returns whether anything was recomputed; the browsers of the organisation have then been told.
 */
export async function recalculateScope(database: Database, scope: MaturityScope, requestId: string): Promise<boolean> {
  const [row] = await database.lookUp<{ changed: boolean }>(`select recalculate_now($1, $2, $3, $4) as changed`, [
    scope.organisationId,
    scope.scopeKind,
    scope.scopeId,
    requestId,
  ]);
  return row?.changed ?? false;
}

/** Scopes of all organisations whose results change today by the calendar alone. */
export async function dueScopes(database: Database): Promise<MaturityScope[]> {
  return database.lookUp<MaturityScope>(
    `select organisation_id as "organisationId", scope_kind as "scopeKind", scope_id as "scopeId"
      from scopes_due_by((clock_timestamp() at time zone 'Europe/Copenhagen')::date)`,
  );
}

/** How many scopes of the organisation wait to be recomputed. */
export async function countUnmetScopes(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from maturity_wanted w
        left join maturity_done d on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
      where w.organisation_id = $1 and w.v > coalesce(d.v, 0)`,
    [tx.organisationId],
  );
  return row?.count ?? 0;
}

/**
 * Wishes every scope of the organisation recomputed that has not been since `since`. Called again with the same instant,
 * for example by a job that was interrupted, it wishes only what is still missing.
 */
export async function wantEverything(tx: Transaction, since: Date): Promise<void> {
  // What differs then has been differing unseen: the history tells it as a rebuild, not as anybody's change.
  await tx.query(
    `with old as (
       select scope_kind, scope_id from maturity_done where organisation_id = $1 and computed_at < $2 order by 1, 2 for update
     )
     update maturity_done d set formula_version = 'rebuild' from old
       where d.organisation_id = $1 and d.scope_kind = old.scope_kind and d.scope_id = old.scope_id`,
    [tx.organisationId, since],
  );
  await tx.query(
    `insert into maturity_wanted as w (organisation_id, scope_kind, scope_id, changed_by)
      select s.organisation_id, s.scope_kind, s.scope_id, null from (
        select organisation_id, 'initiative' as scope_kind, id as scope_id from initiative where organisation_id = $1
        union select organisation_id, 'strategy', id from strategy where organisation_id = $1
        union select $1, 'person_register', $3::uuid
        union select organisation_id, scope_kind, scope_id from maturity_wanted where organisation_id = $1
      ) s
      where not exists (select from maturity_done d where d.organisation_id = s.organisation_id and d.scope_kind = s.scope_kind
        and d.scope_id = s.scope_id and d.computed_at >= $2)
      order by 1, 2, 3
      on conflict (organisation_id, scope_kind, scope_id) do update
        set v = w.v + 1, wanted_at = clock_timestamp(), changed_by = null`,
    [tx.organisationId, since, PERSON_REGISTER_SCOPE],
  );
}

export interface RecalculateUnmetOptions {
  requestId: string;
  /** Scopes recomputed at once, each on a connection of its own. */
  concurrency: number;
  /** Called between small batches with the number done so far; throwing ends the work, nothing is half done. */
  onProgress?: (done: number) => void | Promise<void>;
  /** One scope that cannot be computed does not stop the others. */
  onFailure: (scope: MaturityScope, error: unknown) => void | Promise<void>;
}

const BATCH = 200;

/** A scope that is still unmet after so many turns is set aside: else one that never settles would keep all others waiting. */
const MOST_TURNS = 20;

/**
 * Recomputes every scope of an organisation whose wish is unmet, oldest wish first, until none is left. Faster than one
 * job per scope; for imports, generated data and the sweep after a loss.
 */
export async function recalculateUnmet(
  database: Database,
  organisationId: number,
  options: RecalculateUnmetOptions,
): Promise<{ done: number; failed: number }> {
  const caller = systemCaller(organisationId, options.requestId);
  const failed = new Set<string>();
  const turns = new Map<string, number>();
  let done = 0;
  for (;;) {
    const batch = await database.transaction(caller, { readOnly: true }, (tx) => unmetScopes(tx, [...failed]));
    if (batch.length === 0) return { done, failed: failed.size };
    await inParallel(batch, options.concurrency, async (scope) => {
      try {
        const turn = (turns.get(scope.scopeId) ?? 0) + 1;
        turns.set(scope.scopeId, turn);
        if (turn > MOST_TURNS) throw new Error(`Still unmet after ${MOST_TURNS} turns`);
        await recalculateScope(database, scope, options.requestId);
        done++;
      } catch (error) {
        failed.add(scope.scopeId);
        await options.onFailure(scope, error);
      }
    });
    await options.onProgress?.(done);
  }
}

async function unmetScopes(tx: Transaction, withoutIds: readonly string[]): Promise<MaturityScope[]> {
  return tx.query<MaturityScope>(
    `select w.organisation_id as "organisationId", w.scope_kind as "scopeKind", w.scope_id as "scopeId" from maturity_wanted w
        left join maturity_done d on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
      where w.organisation_id = $1 and w.v > coalesce(d.v, 0) and not (w.scope_id = any($2::uuid[]))
      order by w.wanted_at limit $3`,
    [tx.organisationId, withoutIds, BATCH],
  );
}

async function inParallel<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: Math.min(most, items.length) }, async () => {
      for (const item of left) await work(item);
    }),
  );
}
