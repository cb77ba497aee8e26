import { DEFINITION_VERSION, type Theme } from '@hoest/maturity';
import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { type ChildUnit, figuresOf, type MaturityFigures } from './maturity-figures';
import { type MaturityUnitScope, readMaturityScope } from './maturity-scope';
import { readMemberSums } from './member-sums';
import { readSnapshot, type StoredSnapshot } from './maturity-snapshot.read-model';

export interface MaturityQuery {
  /** Null or absent = the whole organisation. */
  unitId?: string | null | undefined;
  /** A day in the past is answered by the latest month-end snapshot up to it; absent, today or later = now. */
  asOf?: CalendarDate | null | undefined;
  /** Only what was known then; needs a snapshot, too. */
  knownAt?: Date | null | undefined;
}

export interface MaturityReading {
  unitId: string;
  unitName: string;
  overall: MaturityFigures['overall'] & { change: number | null };
  themes: (MaturityFigures['themes'][number] & { change: number | null })[];
  indicators: MaturityFigures['indicators'];
  units: MaturityFigures['units'];
  /** Day of the figures: today, or the day of the snapshot. */
  asOf: CalendarDate;
  /** Of a snapshot: when it was written; null for now. */
  knownAt: Date | null;
  /** When the newest of the figures was computed; null before the first computation. */
  computedAt: Date | null;
  /** Scopes of the organisation whose figures are being brought up to date, and how many there are. */
  recalculating: { pending: number; total: number };
  definitionVersion: string;
  /** Day of the snapshot the changes are against: the latest one before `asOf`; null without one. */
  comparedWith: CalendarDate | null;
}

/**
 * Overall, themes and indicators of a unit and everything below it.
 * @returns undefined when there is no such unit, or no snapshot for the day
 */
export async function readMaturity(tx: Transaction, query: MaturityQuery = {}): Promise<MaturityReading | undefined> {
  const scope = await readMaturityScope(tx, query.unitId ?? null);
  if (!scope) return undefined;
  const recalculating = await readRecalculating(tx);
  if ((query.asOf && query.asOf < scope.today) || query.knownAt) {
    const snapshot = await readSnapshot(tx, scope.unitId, {
      until: query.asOf ?? scope.today,
      knownAt: query.knownAt ?? null,
    });
    return snapshot && readingOf(tx, scope, snapshot, recalculating);
  }
  const [sums, children] = [await readMemberSums(tx, scope), await readChildren(tx, scope)];
  return readingOf(
    tx,
    scope,
    {
      asOf: scope.today,
      knownAt: null,
      computedAt: recalculating.computedAt,
      definitionVersion: DEFINITION_VERSION,
      figures: figuresOf(sums, children, scope.whole),
    },
    recalculating,
  );
}

type Moment = Omit<StoredSnapshot, 'knownAt'> & { knownAt: Date | null; computedAt?: Date | null };

async function readingOf(
  tx: Transaction,
  scope: MaturityUnitScope,
  moment: Moment,
  { pending, total }: { pending: number; total: number },
): Promise<MaturityReading> {
  const { figures } = moment;
  const before = await readSnapshot(tx, scope.unitId, { before: moment.asOf, knownAt: null });
  const change = (now: number | null, then: number | null | undefined) =>
    now === null || then === null || then === undefined ? null : now - then;
  const themeBefore = new Map<Theme, number | null>(before?.figures.themes.map(({ id, score }) => [id, score]));
  return {
    unitId: scope.unitId,
    unitName: scope.unitName,
    overall: { ...figures.overall, change: change(figures.overall.score, before?.figures.overall.score) },
    themes: figures.themes.map((theme) => ({ ...theme, change: change(theme.score, themeBefore.get(theme.id)) })),
    indicators: figures.indicators,
    units: figures.units,
    asOf: moment.asOf,
    knownAt: moment.knownAt,
    computedAt: moment.computedAt ?? moment.knownAt,
    recalculating: { pending, total },
    definitionVersion: moment.definitionVersion,
    comparedWith: before?.asOf ?? null,
  };
}

async function readRecalculating(tx: Transaction) {
  const [row] = await tx.query<{ pending: number; total: number; computedAt: Date | null }>(
    `select count(*)::int as total, max(d.computed_at) as "computedAt",
       count(*) filter (where w.v > coalesce(d.v, 0) or d.formula_version is distinct from maturity_formula_version())::int as pending
     from maturity_wanted w left join maturity_done d
       on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
     where w.organisation_id = $1`,
    [tx.organisationId],
  );
  return row ?? { pending: 0, total: 0, computedAt: null };
}

/** Units right below the scope that exist today or have initiatives, by code. */
async function readChildren(tx: Transaction, scope: MaturityUnitScope): Promise<ChildUnit[]> {
  return tx.query<ChildUnit>(
    `select c.id as "unitId", c.name as "unitName", coalesce(n.initiatives, 0) as initiatives
     from unit c left join (
       select u.ancestor_ids[$3::int + 1] as child, count(*)::int as initiatives from initiative i
         join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where i.organisation_id = $1 and i.phase not in ('closed', 'stopped', 'rejected') group by 1) n on n.child = c.id
     where c.organisation_id = $1 and c.parent_id = $2 and ((c.valid_from <= $4 and (c.valid_to is null or c.valid_to > $4)) or n.initiatives > 0)
     order by c.code, c.id`,
    [tx.organisationId, scope.unitId, scope.depth, scope.today],
  );
}
