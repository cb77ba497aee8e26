import { randomUUIDv7 } from 'node:crypto';
import type { PlannedRow } from '@hoest/exchange';
import type { Transaction } from '../database/transaction';
import { takeInitiativeCodes } from '../portfolio/take-initiative-codes';
import { type ImportedTable, type JsonRow, readAssignments, readRowsAsJson } from './business-rows';
import { type ImportChange, storeChanges, tellRows } from './import-changes';
import { insertBenefits, insertCostLines, insertInitiatives, insertUnits, updateRows } from './imported-rows';
import type { ExistingPortfolio } from './load-existing-portfolio';
import type { ImportPlan } from './plan-stored-import';

/** What a commit wrote. */
export interface AppliedImport {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  units: number;
  /** Ids of the initiatives it touched. */
  initiativeIds: string[];
}

interface Touched {
  table: ImportedTable;
  ids: string[];
}

/** Units that the rows name and that do not exist yet, below the organisation's top. */
async function createUnits(tx: Transaction, names: readonly string[], existing: ExistingPortfolio, today: string) {
  const units = names.map((name) => ({ id: randomUUIDv7(), name }));
  const taken = new Set(existing.names.units.flatMap((unit) => unit.names));
  await insertUnits(
    tx,
    units.map(({ id, name }) => ({
      id,
      name,
      code: freeCode(name, taken),
      parentId: existing.rootUnitId,
      validFrom: today,
    })),
  );
  return new Map(units.map(({ id, name }) => [name, id]));
}

/** The name itself where it is short and free as a code, else its start with a number. */
function freeCode(name: string, taken: Set<string>): string {
  const base = name.slice(0, 36).trim();
  let code = base;
  for (let number = 2; taken.has(code); number += 1) code = `${base}-${number}`;
  taken.add(code);
  return code;
}

const valueOf = (row: PlannedRow, field: string) => row.fields.find((change) => change.field === field)?.after ?? null;

/**
 * Writes a planned import inside the caller's transaction: set-based, with every row before and after remembered in
 * `import_change`, and one audit entry that names counts and a digest of all changes.
 * @param onStep called between the steps with the share done, 0–1; it may throw to cancel, and nothing is written then.
 */
export async function applyImport(
  tx: Transaction,
  importId: string,
  plan: ImportPlan,
  existing: ExistingPortfolio,
  today: string,
  onStep: (share: number) => Promise<void>,
): Promise<AppliedImport> {
  const creates = plan.rows.filter(({ outcome }) => outcome === 'create').map((row) => ({ row, id: randomUUIDv7() }));
  const updates = plan.rows.flatMap((row) =>
    row.outcome === 'update' && row.objectId ? [{ row, id: row.objectId }] : [],
  );
  const writes = [...creates, ...updates];
  const updatedCosts = updates.flatMap(({ row }) => row.costs.flatMap(({ id }) => id ?? []));
  const updatedBenefits = updates.flatMap(({ row }) => row.benefits.flatMap(({ id }) => id ?? []));
  const before = new Map<ImportedTable, Map<string, JsonRow>>([
    [
      'initiative',
      await readRowsAsJson(
        tx,
        'initiative',
        updates.map(({ id }) => id),
      ),
    ],
    ['cost_line', await readRowsAsJson(tx, 'cost_line', updatedCosts)],
    ['benefit', await readRowsAsJson(tx, 'benefit', updatedBenefits)],
    [
      'role_assignment',
      await readAssignments(
        tx,
        updates.map(({ id }) => id),
      ),
    ],
  ]);
  const [counter] = await tx.query<{ nextCode: JsonRow }>(
    `select next_code as "nextCode" from organisation where organisation_id = $1`,
    [tx.organisationId],
  );
  await onStep(0.05);

  const unitIds = await createUnits(tx, plan.newUnits, existing, today);
  const unitOf = (row: PlannedRow) => (row.newUnit === null ? null : (unitIds.get(row.newUnit) ?? null));
  const withoutCode = creates.filter(({ row }) => valueOf(row, 'code') === null);
  const codes =
    withoutCode.length > 0 ? await takeInitiativeCodes(tx, Number(today.slice(0, 4)), withoutCode.length) : [];
  const codeOf = new Map(withoutCode.map(({ id }, index) => [id, codes[index] ?? '']));
  await insertInitiatives(
    tx,
    creates.map(({ row, id }) => ({
      id,
      key: row.key,
      code: codeOf.get(id) ?? String(valueOf(row, 'code')),
      unitId: unitOf(row),
      row,
      today,
    })),
  );
  await onStep(0.35);
  await updateRows(
    tx,
    updates.map(({ row, id }) => ({ id, row, unitId: unitOf(row) })),
  );
  await onStep(0.5);
  const costs = await insertCostLines(tx, writes);
  await onStep(0.65);
  const benefits = await insertBenefits(tx, writes, today);
  await onStep(0.8);

  const touched: Touched[] = [
    { table: 'unit', ids: [...unitIds.values()] },
    { table: 'initiative', ids: writes.map(({ id }) => id) },
    { table: 'cost_line', ids: [...costs, ...updatedCosts] },
    { table: 'benefit', ids: [...benefits, ...updatedBenefits] },
  ];
  const written = new Map(writes.map(({ row, id }) => [row.line, id]));
  await tellRows(
    tx,
    importId,
    plan.rows.map((row) => ({ ...row, objectId: written.get(row.line) ?? row.objectId })),
  );
  const digest = await rememberChanges(tx, importId, before, touched, counter?.nextCode ?? null);
  tx.audit({
    action: 'imported',
    objectKind: 'import',
    objectId: importId,
    changes: {
      created: { from: null, to: creates.length },
      updated: { from: null, to: updates.length },
      units: { from: null, to: unitIds.size },
      digest: { from: null, to: digest },
    },
  });
  await onStep(0.95);
  const count = (outcome: PlannedRow['outcome']) => plan.rows.filter((row) => row.outcome === outcome).length;
  return {
    created: creates.length,
    updated: updates.length,
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    units: unitIds.size,
    initiativeIds: writes.map(({ id }) => id),
  };
}

/** Stores every written row before and after; returns the digest of all of them. */
async function rememberChanges(
  tx: Transaction,
  importId: string,
  before: ReadonlyMap<ImportedTable, ReadonlyMap<string, JsonRow>>,
  touched: readonly Touched[],
  counterBefore: JsonRow | null,
): Promise<string> {
  const changes: ImportChange[] = [];
  const [counter] = await tx.query<{ nextCode: JsonRow }>(
    `select next_code as "nextCode" from organisation where organisation_id = $1`,
    [tx.organisationId],
  );
  if (JSON.stringify(counter?.nextCode) !== JSON.stringify(counterBefore)) {
    changes.push({
      tableName: 'organisation',
      key: {},
      before: { next_code: counterBefore },
      after: { next_code: counter?.nextCode ?? null },
    });
  }
  for (const { table, ids } of touched) {
    const after = await readRowsAsJson(tx, table, ids);
    for (const [id, row] of after)
      changes.push({ tableName: table, key: { id }, before: before.get(table)?.get(id) ?? null, after: row });
  }
  const objects = touched.filter(({ table }) => table !== 'unit').flatMap(({ ids }) => ids);
  const assignments = await readAssignments(tx, objects);
  const assignmentsBefore = before.get('role_assignment');
  for (const [id, row] of assignments) {
    const former = assignmentsBefore?.get(id) ?? null;
    if (JSON.stringify(former) !== JSON.stringify(row))
      changes.push({ tableName: 'role_assignment', key: { id }, before: former, after: row });
  }
  return storeChanges(tx, importId, changes);
}
