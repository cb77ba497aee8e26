import type { ImportedActual } from '../actuals/imported-actual';
import type { PlannedActual } from '../actuals/plan-actuals';
import type { CellIssue } from '../rows/cell-issue';
import type { PlannedRow, PlanNote } from './planned-row';

/** A row of a dry run as it is shown and stored, whatever kind of import it belongs to. */
export interface ToldRow {
  line: number;
  place: string;
  /** What the source calls it; null when nothing. */
  key: string | null;
  outcome: 'create' | 'update' | 'unchanged' | 'rejected';
  /** What is updated or unchanged; null otherwise. */
  objectId: string | null;
  title: string | null;
  /** Field → value of everything the row writes, amounts in minor units as digits. */
  values: Record<string, unknown>;
  /** Field → before and after, of a row that changes something. */
  changes: Record<string, { from: unknown; to: unknown }>;
  notes: PlanNote[];
  issues: CellIssue[];
}

function valuesOf(row: PlannedRow): Record<string, unknown> {
  return {
    ...Object.fromEntries(row.fields.map(({ field, after }) => [field, after])),
    ...(row.newUnit !== null && { unit: row.newUnit }),
    ...Object.fromEntries(
      row.costs.map(({ cost, after }) => [
        cost.lineKey,
        { ...after, name: cost.name, currency: cost.currency, year: cost.year },
      ]),
    ),
    ...Object.fromEntries(
      row.benefits.map(({ benefit, after }) => [
        benefit.lineKey,
        { ...after, name: benefit.name, currency: benefit.currency },
      ]),
    ),
  };
}

function changesOf(row: PlannedRow): ToldRow['changes'] {
  if (row.outcome !== 'update') return {};
  const lines = [
    ...row.costs.map(({ cost, before, after }) => [cost.lineKey, before, after] as const),
    ...row.benefits.map(({ benefit, before, after }) => [benefit.lineKey, before, after] as const),
  ];
  return {
    ...Object.fromEntries(row.fields.map(({ field, before, after }) => [field, { from: before, to: after }])),
    ...Object.fromEntries(lines.map(([key, from, to]) => [key, { from, to }])),
  };
}

/** A row of initiatives, told. */
export function tellInitiative(row: PlannedRow, title: string | null): ToldRow {
  const { line, place, key, outcome, objectId, notes, issues } = row;
  return { line, place, key, outcome, objectId, title, values: valuesOf(row), changes: changesOf(row), notes, issues };
}

/** A line of actuals, told. Its title is account, cost centre and month, which no language spells differently. */
export function tellActual(row: PlannedActual): ToldRow {
  const { line, place, outcome, actual, before, notes, issues } = row;
  const told = { line, place, outcome, objectId: before?.id ?? null, notes, issues };
  if (!actual) return { ...told, key: null, title: null, values: {}, changes: {} };
  const { account, costCentre, month, postingRef } = actual;
  const [values, former] = [fieldsOf(actual), before && fieldsOf(before)];
  const changed = Object.entries(values).flatMap(([field, to]) => {
    const from = former?.[field as keyof typeof values] ?? null;
    return outcome === 'update' && JSON.stringify(from) !== JSON.stringify(to) ? [[field, { from, to }] as const] : [];
  });
  return {
    ...told,
    key: postingRef,
    title: [account, costCentre, month.slice(0, 7)].filter(Boolean).join(' · '),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
    changes: Object.fromEntries(changed),
  };
}

/** What a corrected file may change about a line, by target. */
function fieldsOf({ amountMinor, budgetMinor, currency, text }: ImportedActual) {
  const money = (minor: string | null) => (minor === null ? null : { amountMinor: minor, currency });
  return { actualAmount: money(amountMinor), budgetAmount: money(budgetMinor), postingText: text };
}
