import type { ImportMapping } from '../mapping/import-mapping';
import { cellIssue, type CellIssue } from '../rows/cell-issue';
import type { ReadRow } from '../rows/read-rows';
import { placeOf, type Table } from '../table/table';
import { headingWords } from '../targets/heading-words';
import { editDistance } from './edit-distance';

/** Something in the organisation that a cell can name: a unit by name or code, a person by name or e-mail, a goal by title or code. */
export interface NamedThing {
  id: string;
  /** The first one is offered when a cell nearly says it. */
  names: readonly string[];
}

export interface KnownNames {
  units: readonly NamedThing[];
  people: readonly NamedThing[];
  goals: readonly NamedThing[];
}

/** What the names of a row mean; a name that was absent or means nothing known is absent. */
export interface RowReferences {
  unitId?: string;
  /** Name of a unit that does not exist yet and is created with the import. */
  newUnit?: string;
  ownerId?: string;
  managerId?: string;
  primaryGoalId?: string;
}

export interface ResolvedRow extends ReadRow {
  references: RowReferences;
}

export interface NameResolution {
  rows: ResolvedRow[];
  /** Units to create, each once, as first written. */
  newUnits: string[];
}

type Lookup = { byName: ReadonlyMap<string, readonly string[]>; names: readonly string[] };

function lookupOf(things: readonly NamedThing[]): Lookup {
  const byName = new Map<string, string[]>();
  for (const { id, names } of things) {
    for (const name of new Set(names.map(headingWords))) byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return { byName, names: things.flatMap(({ names }) => names[0] ?? []) };
}

/** A known name that differs in so few letters that it was probably meant. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = headingWords(name);
  const most = Math.min(3, Math.floor(wanted.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const candidate of names) {
    const words = headingWords(candidate);
    if (Math.abs(words.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, words);
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { name: candidate, distance };
  }
  return best?.name;
}

const REFERENCES = [
  { target: 'ownerName', reference: 'ownerId', kind: 'people' },
  { target: 'managerName', reference: 'managerId', kind: 'people' },
  { target: 'goal', reference: 'primaryGoalId', kind: 'goals' },
] as const;

/**
 * Finds what the names of units, people and goals in the rows mean. A unit that is not known is to be created (the
 * department column becomes units) unless `createUnits` is false; a person or goal that is not known leaves the field empty with an issue and the
 * nearest known name. Letter case and punctuation do not matter; a name that several share is not guessed.
 */
export function resolveNames(
  table: Pick<Table, 'orientation' | 'columns'>,
  mapping: ImportMapping,
  rows: readonly ReadRow[],
  known: KnownNames,
  { createUnits = true }: { createUnits?: boolean } = {},
): NameResolution {
  const lookups = { units: lookupOf(known.units), people: lookupOf(known.people), goals: lookupOf(known.goals) };
  const newUnits = new Map<string, string>();

  const issue = (
    row: ReadRow,
    target: 'unit' | (typeof REFERENCES)[number]['target'],
    value: string,
    found: number,
  ): CellIssue => {
    const column = mapping.columns.find((mapped) => mapped.target === target);
    const position = table.columns.find(({ index }) => index === column?.index)?.position ?? 1;
    const where = { ...placeOf(table, row.line, position), heading: column?.heading ?? '', target };
    const instead = nearest(value, lookups[target === 'unit' ? 'units' : target === 'goal' ? 'goals' : 'people'].names);
    return found > 1
      ? cellIssue('ambiguous_name', where, value, { params: { value } })
      : cellIssue('unknown_name', where, value, { params: { value }, ...(instead !== undefined && { instead }) });
  };

  const resolved = rows.map((row): ResolvedRow => {
    const references: RowReferences = {};
    const issues: CellIssue[] = [];
    const { fields } = row.initiative;
    if (fields.unit !== undefined && row.outcome === 'read') {
      const words = headingWords(fields.unit);
      const ids = lookups.units.byName.get(words) ?? [];
      if (ids.length === 1 && ids[0] !== undefined) references.unitId = ids[0];
      else if (ids.length > 1 || !createUnits) issues.push(issue(row, 'unit', fields.unit, ids.length));
      else {
        if (!newUnits.has(words)) newUnits.set(words, fields.unit);
        references.newUnit = newUnits.get(words) ?? fields.unit;
      }
    }
    for (const { target, reference, kind } of REFERENCES) {
      const name = fields[target];
      if (name === undefined) continue;
      const ids = lookups[kind].byName.get(headingWords(name)) ?? [];
      if (ids.length === 1 && ids[0] !== undefined) references[reference] = ids[0];
      else issues.push(issue(row, target, name, ids.length));
    }
    return { ...row, issues: [...row.issues, ...issues], references };
  });
  return { rows: resolved, newUnits: [...newUnits.values()] };
}
