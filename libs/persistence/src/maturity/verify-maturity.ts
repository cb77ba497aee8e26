import { INDICATORS, oracleMembers, type OracleMember } from '@hoest/maturity';
import type { CalendarDate } from '@hoest/quantities';
import { systemCaller } from '../database/caller';
import type { Database, Transaction } from '../database/transaction';
import { joinOracleFacts } from './load-oracle-facts';
import { readOracleRows } from './oracle-rows';
import { PERSON_REGISTER_SCOPE } from './scopes-to-bump';

/** One row that is stored other than the oracle finds it; null = the row is missing on that side. */
export interface MaturityDifference {
  /** `member`, or `benefit_month`. */
  table: 'member' | 'benefit_month';
  /** Scope, indicator and object; or benefit and month. */
  key: string;
  stored: Readonly<Record<string, unknown>> | null;
  oracle: Readonly<Record<string, unknown>> | null;
}

export interface MaturityVerification {
  organisationId: number;
  asOf: CalendarDate;
  /** Rows compared, on whichever side there are more. */
  members: number;
  months: number;
  /** Must be empty once every scope is recomputed. */
  differences: MaturityDifference[];
  /** Scopes whose wish is unmet, whose day has come, or whose formulas are old: their rows may differ until their turn. */
  stale: { scopeKind: string; scopeId: string; why: 'wanted' | 'time' | 'definition' }[];
}

interface StoredMember extends Omit<OracleMember, 'scopeId'> {
  scopeId: string;
}

/**
 * Compares every stored member and every month of money of an organisation with a computation from plain rows that shares no
 * code with the member SQL. Tolerance 0. Reads in one transaction, so that writers meanwhile cannot tear it; a scope with an
 * unmet wish is listed as stale beside its differences.
 * @param asOf the day to compare for; default the organisation's own day
 * Source: reliability rules, R12
 */
export async function verifyMaturity(
  database: Database,
  organisationId: number,
  asOf?: CalendarDate,
): Promise<MaturityVerification> {
  const read = await database.transaction(
    systemCaller(organisationId, 'verify'),
    { readOnly: true, oneSnapshot: true, statementTimeoutMs: 600_000 },
    async (tx) => {
      const day = asOf ?? (await today(tx));
      const [rows, members, months] = [await readOracleRows(tx), await storedMembers(tx), await storedMonths(tx)];
      return { day, rows, members, months, stale: await staleScopes(tx, day) };
    },
  );
  // After the transaction: the computation takes seconds for a large organisation.
  const facts = joinOracleFacts(read.rows, read.day);
  const expected = new Map(
    oracleMembers(facts, read.day).map((member) => {
      const scopeId = member.scopeId ?? PERSON_REGISTER_SCOPE;
      return [memberKey({ ...member, scopeId }), comparable(member)];
    }),
  );
  const found = new Map(read.members.map((member) => [memberKey(member), comparable(member)]));
  const money = facts.initiatives.flatMap(({ id, benefits }) =>
    benefits.flatMap((benefit) =>
      benefit.months.map((month) => ({ benefitId: benefit.id, initiativeId: id, ...month })),
    ),
  );
  const expectedMonths = new Map(money.map((row) => [monthKey(row), comparableMonth(row)]));
  const foundMonths = new Map(read.months.map((row) => [monthKey(row), comparableMonth(row)]));
  return {
    organisationId,
    asOf: read.day,
    members: Math.max(expected.size, found.size),
    months: Math.max(expectedMonths.size, foundMonths.size),
    differences: [
      ...differencesBetween('member', found, expected),
      ...differencesBetween('benefit_month', foundMonths, expectedMonths),
    ],
    stale: read.stale,
  };
}

async function today(tx: Transaction): Promise<CalendarDate> {
  const [row] = await tx.query<{ day: CalendarDate }>(
    `select (clock_timestamp() at time zone time_zone)::date as day from organisation where organisation_id = $1`,
    [tx.organisationId],
  );
  if (!row) throw new Error(`There is no organisation ${tx.organisationId}`);
  return row.day;
}

async function storedMembers(tx: Transaction): Promise<StoredMember[]> {
  return tx.query(
    `select scope_kind as "scopeKind", scope_id as "scopeId", indicator_id as "indicatorId", object_id as "objectId", unit_id as "unitId",
       member_group as "memberGroup", trim_scale(numerator) as numerator, trim_scale(denominator) as denominator, status, reason, fresh
     from maturity_member where organisation_id = $1`,
    [tx.organisationId],
  );
}

interface Month {
  benefitId: string;
  month: string;
  initiativeId: string;
  plannedMinor: bigint | string;
  realisedMinor: bigint | string;
  status: string;
}

async function storedMonths(tx: Transaction): Promise<Month[]> {
  return tx.query(
    `select benefit_id as "benefitId", initiative_id as "initiativeId", month, planned_minor as "plannedMinor", realised_minor as "realisedMinor", status
     from benefit_month where organisation_id = $1`,
    [tx.organisationId],
  );
}

const KNOWN = new Set(INDICATORS.map(({ id }) => id));

function memberKey(member: StoredMember): string {
  const known = KNOWN.has(member.indicatorId) ? '' : ' (not defined)';
  return `${member.scopeKind} ${member.scopeId} ${member.indicatorId}${known} ${member.objectId}`;
}

function comparable({
  unitId,
  memberGroup,
  numerator,
  denominator,
  status,
  reason,
  fresh,
}: Omit<OracleMember, 'scopeId'>) {
  return { unitId, memberGroup, numerator, denominator, status, reason, fresh };
}

const monthKey = ({ benefitId, month }: Month) => `${benefitId} ${month}`;

function comparableMonth({ initiativeId, plannedMinor, realisedMinor, status }: Month) {
  return { initiativeId, plannedMinor: String(plannedMinor), realisedMinor: String(realisedMinor), status };
}

type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

function differencesBetween(table: MaturityDifference['table'], stored: Rows, oracle: Rows): MaturityDifference[] {
  return [...new Set([...stored.keys(), ...oracle.keys()])].sort().flatMap((key) => {
    const [is, should] = [stored.get(key) ?? null, oracle.get(key) ?? null];
    return JSON.stringify(is) === JSON.stringify(should) ? [] : [{ table, key, stored: is, oracle: should }];
  });
}

async function staleScopes(tx: Transaction, asOf: CalendarDate): Promise<MaturityVerification['stale']> {
  return tx.query(
    `select coalesce(w.scope_kind, d.scope_kind) as "scopeKind", coalesce(w.scope_id, d.scope_id) as "scopeId",
       case when w.v > coalesce(d.v, 0) then 'wanted' when d.formula_version is distinct from maturity_formula_version() then 'definition' else 'time' end as why
     from maturity_wanted w full join maturity_done d
       on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
     where coalesce(w.organisation_id, d.organisation_id) = $1
       and (w.v > coalesce(d.v, 0) or d.formula_version is distinct from maturity_formula_version() or (d.next_change_at <= $2 and d.as_of < $2))
     order by 1, 2`,
    [tx.organisationId, asOf],
  );
}
