import { randomUUIDv7 } from 'node:crypto';
import { IMPORTED_BENEFIT_CLASS, type PlannedField, type PlannedRow } from '@hoest/exchange';
import type { Transaction } from '../database/transaction';

/** Column of each field an import may fill, with its SQL type. */
const COLUMNS = {
  code: ['code', 'text'],
  title: ['title', 'text'],
  problem: ['problem', 'text'],
  description: ['description', 'text'],
  expectedGain: ['expected_gain', 'text'],
  category: ['category', 'text'],
  kind: ['kind', 'text'],
  phase: ['phase', 'text'],
  statusRag: ['status_rag', 'text'],
  statusNote: ['status_note', 'text'],
  startPlanned: ['start_planned', 'date'],
  startActual: ['start_actual', 'date'],
  goLivePlanned: ['go_live_planned', 'date'],
  goLiveFirstPlanned: ['go_live_first_planned', 'date'],
  goLiveActual: ['go_live_actual', 'date'],
  mandatory: ['mandatory', 'boolean'],
  legalRef: ['legal_ref', 'text'],
  affectedStaff: ['affected_staff', 'int'],
  unitId: ['unit_id', 'uuid'],
  ownerId: ['owner_id', 'uuid'],
  managerId: ['manager_id', 'uuid'],
  primaryGoalId: ['primary_goal_id', 'uuid'],
} as const satisfies Record<PlannedField, readonly [string, string]>;

const NAMES = Object.values(COLUMNS).map(([name]) => name);
const RECORD = Object.values(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

const columnsOf = (row: PlannedRow, unitId: string | null) => ({
  ...Object.fromEntries(row.fields.map(({ field, after }) => [COLUMNS[field][0], after])),
  ...(unitId && { unit_id: unitId }),
});

export interface NewUnit {
  id: string;
  name: string;
  code: string;
  parentId: string;
  validFrom: string;
}

/** Adds units below a parent. */
export async function insertUnits(tx: Transaction, units: readonly NewUnit[]): Promise<void> {
  if (units.length === 0) return;
  await tx.query(
    `insert into unit (organisation_id, id, parent_id, code, name, level, valid_from, ancestor_ids)
      select $1, x.id, p.id, x.code, x.name, p.level + 1, x."validFrom", p.ancestor_ids || x.id
      from jsonb_to_recordset($2::jsonb) as x(id uuid, name text, code text, "parentId" uuid, "validFrom" date)
      join unit p on p.organisation_id = $1 and p.id = x."parentId"`,
    [tx.organisationId, JSON.stringify(units)],
  );
}

export interface NewInitiative {
  id: string;
  key: string | null;
  code: string;
  /** Unit created with the import; null = the row's own. */
  unitId: string | null;
  row: PlannedRow;
  today: string;
}

/** Adds initiatives; what a row does not say takes the column's default. */
export async function insertInitiatives(tx: Transaction, initiatives: readonly NewInitiative[]): Promise<void> {
  if (initiatives.length === 0) return;
  const records = initiatives.map(({ id, key, code, unitId, row, today }) => ({
    kind: 'project',
    phase: 'idea',
    mandatory: false,
    ...columnsOf(row, unitId),
    id,
    external_key: key,
    code,
    phase_since: today,
    currency: (row.costs[0]?.cost ?? row.benefits[0]?.benefit)?.currency ?? null,
    absences: Object.fromEntries(Object.entries(row.absences).filter(([, absence]) => absence !== null)),
  }));
  await tx.query(
    `insert into initiative (organisation_id, id, external_key, phase_since, currency, absences, ${NAMES.join(', ')})
      select $1, x.id, x.external_key, x.phase_since, coalesce(x.currency, o.currency), x.absences, ${NAMES.map((name) => `x.${name}`).join(', ')}
      from jsonb_to_recordset($2::jsonb) as x(id uuid, external_key text, phase_since date, currency text, absences jsonb, ${RECORD})
      join organisation o on o.organisation_id = $1`,
    [tx.organisationId, JSON.stringify(records)],
  );
}

interface Write {
  id: string;
  row: PlannedRow;
}

/** Changes the fields, cost lines, benefits and absences that the updated rows name; nothing else of them. */
export async function updateRows(
  tx: Transaction,
  updates: readonly (Write & { unitId: string | null })[],
): Promise<void> {
  const records = updates
    .map(({ id, row, unitId }) => ({ id, key: row.key, columns: columnsOf(row, unitId), absences: row.absences }))
    .filter(({ columns, absences }) => Object.keys(columns).length > 0 || Object.keys(absences).length > 0);
  if (records.length > 0) {
    const set = NAMES.map((name) => `${name} = case when x.columns ? '${name}' then r.${name} else i.${name} end`);
    await tx.query(
      `update initiative i set ${set.join(', ')}, absences = jsonb_strip_nulls(i.absences || x.absences),
          external_key = coalesce(i.external_key, x.key), version = i.version + 1, updated_at = now()
        from jsonb_to_recordset($2::jsonb) as x(id uuid, key text, columns jsonb, absences jsonb),
          lateral jsonb_to_record(x.columns) as r(${RECORD})
        where i.organisation_id = $1 and i.id = x.id`,
      [tx.organisationId, JSON.stringify(records)],
    );
  }
  const costs = updates.flatMap(({ row }) => row.costs.flatMap(({ id, after }) => (id ? [{ id, ...after }] : [])));
  if (costs.length > 0) {
    await tx.query(
      `update cost_line c set plan_minor = x."planMinor", forecast_minor = x."forecastMinor", version = c.version + 1, updated_at = now()
        from jsonb_to_recordset($2::jsonb) as x(id uuid, "planMinor" bigint, "forecastMinor" bigint) where c.organisation_id = $1 and c.id = x.id`,
      [tx.organisationId, JSON.stringify(costs)],
    );
  }
  const benefits = updates.flatMap(({ row }) =>
    row.benefits.flatMap(({ id, after }) => (id ? [{ id, ...after }] : [])),
  );
  if (benefits.length > 0) {
    await tx.query(
      `update benefit b set polarity = x.polarity, full_year_value_minor = x."fullYearValueMinor", whole_life_value_minor = x."wholeLifeValueMinor",
          description = x.description, version = b.version + 1, updated_at = now()
        from jsonb_to_recordset($2::jsonb) as x(id uuid, polarity smallint, "fullYearValueMinor" bigint, "wholeLifeValueMinor" bigint, description text)
        where b.organisation_id = $1 and b.id = x.id`,
      [tx.organisationId, JSON.stringify(benefits)],
    );
  }
}

/** Adds the cost lines that are new. @returns their ids */
export async function insertCostLines(tx: Transaction, writes: readonly Write[]): Promise<string[]> {
  const lines = writes.flatMap(({ id: initiativeId, row }) =>
    row.costs.flatMap(({ id, cost, after }) =>
      id === null ? [{ ...cost, ...after, id: randomUUIDv7(), initiativeId }] : [],
    ),
  );
  if (lines.length === 0) return [];
  await tx.query(
    `insert into cost_line (organisation_id, id, initiative_id, name, year, kind, plan_minor, forecast_minor, currency, price_year, external_key)
      select $1, x.id, x."initiativeId", x.name, x.year, x.kind, x."planMinor", x."forecastMinor", x.currency, x."priceYear", x."lineKey"
      from jsonb_to_recordset($2::jsonb) as x(id uuid, "initiativeId" uuid, name text, year int, kind text, "planMinor" bigint, "forecastMinor" bigint,
        currency text, "priceYear" int, "lineKey" text)`,
    [tx.organisationId, JSON.stringify(lines)],
  );
  return lines.map(({ id }) => id);
}

/** Adds the benefits that are new, identified: a promise read from a spreadsheet has no measure yet. @returns their ids */
export async function insertBenefits(tx: Transaction, writes: readonly Write[], today: string): Promise<string[]> {
  const benefits = writes.flatMap(({ id: initiativeId, row }) =>
    row.benefits.flatMap(({ id, benefit, after }) =>
      id === null
        ? [
            {
              ...benefit,
              ...after,
              id: randomUUIDv7(),
              initiativeId,
              class: IMPORTED_BENEFIT_CLASS[benefit.basis],
              today,
            },
          ]
        : [],
    ),
  );
  if (benefits.length === 0) return [];
  await tx.query(
    `insert into benefit (organisation_id, id, initiative_id, title, description, state_since, class, polarity, monetised, full_year_value_minor,
        whole_life_value_minor, currency, price_year, owner_unit_id, goal_id, external_key)
      select $1, x.id, x."initiativeId", x.name, x.description, x.today, x.class, x.polarity, true, x."fullYearValueMinor", x."wholeLifeValueMinor",
        x.currency, x."priceYear", i.unit_id, i.primary_goal_id, x."lineKey"
      from jsonb_to_recordset($2::jsonb) as x(id uuid, "initiativeId" uuid, name text, description text, today date, class text, polarity smallint,
        "fullYearValueMinor" bigint, "wholeLifeValueMinor" bigint, currency text, "priceYear" int, "lineKey" text)
      join initiative i on i.organisation_id = $1 and i.id = x."initiativeId"`,
    [tx.organisationId, JSON.stringify(benefits)],
  );
  return benefits.map(({ id }) => id);
}
