import { countPlan, type ExistingActual, planActuals, readActuals, tellActual } from '@hoest/exchange';
import type { Transaction } from '../../database/transaction';
import { holdPeriods, monthsOfChanges } from '../../finance/closed-periods';
import type { ImportDraft, ImportWork } from '../import-work';
import type { StoredImport } from '../stored-import';
import { applyActuals } from './apply-actuals';
import { undoActuals } from './undo-actuals';

/** What is stored for the months a file speaks about; amounts as digits. */
async function loadStoredActuals(tx: Transaction, months: readonly string[]): Promise<ExistingActual[]> {
  return tx.query<ExistingActual>(
    `select a.id, a.account, a.cost_centre as "costCentre", a.month, a.amount_minor::text as "amountMinor", a.budget_minor::text as "budgetMinor",
        a.currency, a.text, a.posting_ref as "postingRef", a.occurrence
      from finance_actual a where a.organisation_id = $1 and a.month = any($2::date[])`,
    [tx.organisationId, [...months]],
  );
}

/** Imports of what an accounting system booked. */
export const ACTUALS_IMPORT: ImportWork = {
  async load(tx: Transaction, stored: StoredImport): Promise<() => ImportDraft> {
    // The months decide what is compared, so the file is read here already; it is the cheap part.
    const reading = readActuals(stored.reading.table, stored.mapping);
    const months = new Set(reading.rows.flatMap(({ actual }) => actual?.month ?? []));
    const existing = await loadStoredActuals(tx, [...months]);
    const closedThrough = await holdPeriods(tx);
    return () => {
      const plan = planActuals(reading.rows, existing, closedThrough);
      return {
        rows: plan.map(tellActual),
        columnSums: reading.columnSums,
        newUnits: [],
        async apply(write, importId, _today, onStep) {
          await applyActuals(write, importId, plan, onStep);
          const { create, update, unchanged, rejected } = countPlan(plan);
          return { created: create, updated: update, unchanged, rejected, units: 0 };
        },
      };
    };
  },

  async countsOf(tx, importId) {
    const [row] = await tx.query<{ created: number; updated: number }>(
      `select count(*) filter (where outcome = 'create')::int as created, count(*) filter (where outcome = 'update')::int as updated
        from import_row where organisation_id = $1 and import_id = $2`,
      [tx.organisationId, importId],
    );
    return { ...row, units: 0 };
  },

  /** A closed period was reported from these lines; taking them away would leave a report nobody can account for. */
  async undoRefusal(tx, importId) {
    const closedThrough = await holdPeriods(tx);
    if (closedThrough === null) return null;
    const [first] = (await monthsOfChanges(tx, importId)).filter((month) => month <= closedThrough);
    if (first === undefined) return null;
    const period = first.slice(0, 7);
    return {
      da: `Perioden ${period} er lukket med tallene fra denne import, så den kan ikke fortrydes. Læs rettelsen ind i en åben periode.`,
      en: `The period ${period} was closed with the figures of this import, so it cannot be undone. Import the correction into an open period.`,
    };
  },

  undo: undoActuals,
  topics: ['finance'],
};
