import { comparableKey, keyOfTitle } from '../rows/read-rows';
import type { ImportedFields } from '../rows/imported-initiative';
import type { ExistingInitiative, FieldValue, PlannedField } from './existing-initiative';
import { planBenefits } from './plan-benefits';
import { planCosts } from './plan-costs';
import { phaseKept } from './plan-notes';
import type { FieldChange, PlannedRow, PlanNote } from './planned-row';
import type { ResolvedRow } from './resolve-names';

/** Fields of a row as the initiative has them: names replaced by what they mean. */
function stated({ initiative, references }: ResolvedRow): Partial<Record<PlannedField, FieldValue>> {
  const {
    unit: _unit,
    ownerName: _owner,
    managerName: _manager,
    goal: _goal,
    ...fields
  }: ImportedFields = initiative.fields;
  const { newUnit: _newUnit, ...ids } = references;
  return { ...fields, ...ids };
}

/** Field names of the row's targets whose value stands under another name in the initiative. */
const FIELD_OF_TARGET: Readonly<Record<string, PlannedField>> = {
  unit: 'unitId',
  ownerName: 'ownerId',
  managerName: 'managerId',
  goal: 'primaryGoalId',
};

function existingValue(existing: ExistingInitiative | null, field: PlannedField): FieldValue {
  if (!existing) return null;
  if (field === 'title' || field === 'code' || field === 'goLivePlanned' || field === 'goLiveFirstPlanned') {
    return existing[field];
  }
  return existing.fields[field] ?? null;
}

function planFields(
  row: ResolvedRow,
  existing: ExistingInitiative | null,
): { changes: FieldChange[]; notes: PlanNote[] } {
  const values = stated(row);
  const notes: PlanNote[] = [];
  const before = (field: PlannedField) => existingValue(existing, field);
  if (existing && values.phase !== undefined) {
    if (values.phase !== before('phase')) notes.push(phaseKept(String(values.phase)));
    delete values.phase;
  }
  // The first go-live date ever planned stays; where none was kept, the one that is replaced now was the first.
  if (values.goLivePlanned !== undefined && before('goLiveFirstPlanned') === null) {
    values.goLiveFirstPlanned = before('goLivePlanned') ?? values.goLivePlanned;
  }
  const changes = (Object.entries(values) as [PlannedField, FieldValue][])
    .filter(([field, after]) => after !== before(field))
    .map(([field, after]) => ({ field, before: before(field), after }));
  return { changes, notes };
}

/** Absences stay only beside an empty field, and go when a value comes. */
function planAbsences(row: ResolvedRow, existing: ExistingInitiative | null): PlannedRow['absences'] {
  const { initiative } = row;
  const lines = new Set([...initiative.costs, ...initiative.benefits].map(({ lineKey }) => lineKey));
  const filledLines = new Set(
    [...(existing?.costs ?? []), ...(existing?.benefits ?? [])].map(({ lineKey }) => lineKey),
  );
  const now = stated(row);
  const fieldOf = (name: string) => FIELD_OF_TARGET[name] ?? (name as PlannedField);
  const changes: PlannedRow['absences'] = {};
  for (const [name, absence] of Object.entries(initiative.absences)) {
    const filled = filledLines.has(name) || existingValue(existing, fieldOf(name)) !== null;
    const before = existing?.absences[name];
    if (!filled && (before?.kind !== absence.kind || before.text !== absence.text)) changes[name] = absence;
  }
  for (const name of Object.keys(existing?.absences ?? {})) {
    if (lines.has(name) || now[fieldOf(name)] !== undefined) changes[name] = null;
  }
  return changes;
}

/** Finds the initiative a row speaks about: by import key, else by code, else (for rows without key) by title and unit. */
function finder(existing: readonly ExistingInitiative[]): (row: ResolvedRow) => ExistingInitiative | null {
  const byKey = new Map<string, ExistingInitiative>();
  const byCode = new Map<string, ExistingInitiative>();
  const byTitle = new Map<string, ExistingInitiative>();
  for (const initiative of existing) {
    byCode.set(comparableKey(initiative.code), initiative);
    if (initiative.externalKey !== null) byKey.set(comparableKey(initiative.externalKey), initiative);
    else for (const unit of initiative.unitNames) byTitle.set(keyOfTitle(initiative.title, unit), initiative);
  }
  return ({ key, keySource }) => {
    if (key === null) return null;
    const comparable = comparableKey(key);
    const found = byKey.get(comparable) ?? (keySource === 'title' ? byTitle.get(key) : byCode.get(comparable));
    return found ?? null;
  };
}

/**
 * Compares rows with what the organisation has: which initiatives are created, updated (with every difference), left
 * unchanged or rejected. The same file twice changes nothing the second time.
 *
 * Only a value that could be read changes a field: a blank, withheld or unreadable cell never erases one. The old baseline
 * stays: a cost plan and the first planned go-live date are kept, the new figures are forecast and current date. The
 * phase of an existing initiative and the figures of an approved benefit are left alone, and said so.
 */
export function planImport(rows: readonly ResolvedRow[], existing: readonly ExistingInitiative[]): PlannedRow[] {
  const find = finder(existing);
  return rows.map((row): PlannedRow => {
    const { line, place, key, issues } = row;
    const base = { line, place, key, issues };
    if (row.outcome === 'rejected') {
      const nothing = { fields: [], costs: [], benefits: [], absences: {}, notes: [] };
      return { ...base, ...nothing, outcome: 'rejected', objectId: null, newUnit: null };
    }
    const found = find(row);
    const fields = planFields(row, found);
    const costs = planCosts(row.initiative.costs, found?.costs ?? []);
    const benefits = planBenefits(row.initiative.benefits, found?.benefits ?? []);
    const absences = planAbsences(row, found);
    const newUnit = row.references.newUnit ?? null;
    const changed =
      [fields.changes, costs.changes, benefits.changes, Object.keys(absences)].some((changes) => changes.length > 0) ||
      newUnit !== null;
    return {
      ...base,
      outcome: !found ? 'create' : changed ? 'update' : 'unchanged',
      objectId: found?.id ?? null,
      newUnit,
      fields: fields.changes,
      costs: costs.changes,
      benefits: benefits.changes,
      absences,
      notes: [...fields.notes, ...costs.notes, ...benefits.notes],
    };
  });
}
