import { tellInitiative } from '@hoest/exchange';
import type { Transaction } from '../database/transaction';
import { applyImport } from './apply-import';
import type { ImportDraft, ImportWork } from './import-work';
import { loadExistingPortfolio } from './load-existing-portfolio';
import { planStoredImport } from './plan-stored-import';
import type { StoredImport } from './stored-import';
import { undoImport } from './undo-import';

/** Imports of initiatives with their costs and benefits. */
export const PORTFOLIO_IMPORT: ImportWork = {
  async load(tx: Transaction, stored: StoredImport): Promise<() => ImportDraft> {
    const existing = await loadExistingPortfolio(tx);
    return () => {
      const plan = planStoredImport(stored, existing);
      return {
        rows: plan.rows.map((row) => tellInitiative(row, plan.titles.get(row.line) ?? null)),
        columnSums: plan.columnSums,
        newUnits: plan.newUnits,
        async apply(write, importId, today, onStep) {
          const applied = await applyImport(write, importId, plan, existing, today, onStep);
          const { initiativeIds, ...counts } = applied;
          return { ...counts, initiatives: initiativeIds.length };
        },
      };
    };
  },

  async countsOf(tx, importId) {
    const [row] = await tx.query<{ created: number; updated: number; units: number }>(
      `select count(*) filter (where table_name = 'initiative' and before is null)::int as created,
          count(*) filter (where table_name = 'initiative' and before is not null)::int as updated,
          count(*) filter (where table_name = 'unit')::int as units
        from import_change where organisation_id = $1 and import_id = $2`,
      [tx.organisationId, importId],
    );
    return { ...row };
  },

  undoRefusal: async () => null,
  undo: undoImport,
  topics: ['initiative', 'organisation'],
};
