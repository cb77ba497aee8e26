import type { claimRoutes, FinanceClaim } from '@hoest/contracts';
import { type ClaimState, isOpen, rungNumber, rungOf, type Rung, validatorFault } from '@hoest/finance';
import { may } from '@hoest/organisation';
import { type Caller, listPage, type ListPlan, RowNotFound, type Transaction } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { readClaimHints } from './claim-hints';
import { type Standing, standingSql } from './controllers-of';

type Row = Omit<FinanceClaim, 'rung' | 'hints' | 'cannotValidate' | 'mayChange'> & {
  rung: number;
  unitAncestorIds: string[];
  ownerId: string | null;
  measurerId: string | null;
  initiativeOwnerId: string | null;
  initiativeManagerId: string | null;
  reporterIds: string[];
} & Standing;

const SELECT = `c.id, c.benefit_id as "benefitId", b.title as "benefitTitle", b.class as "benefitClass", b.polarity, i.id as "initiativeId", i.code as "initiativeCode",
  i.title as "initiativeTitle", u.id as "unitId", u.name as "unitName", c.year, c.month_from as "monthFrom", c.month_to as "monthTo", c.rung,
  c.amount_minor::text as "amountMinor", c.currency, c.price_year as "priceYear", c.account, c.cost_centre as "costCentre",
  c.budget_version_id as "budgetVersionId", v.name as "budgetVersionName", c.posting_ref as "postingRef", c.accounts_ref as "accountsRef",
  c.evidence_kind as "evidenceKind", c.scope_reduction as "scopeReduction", c.comment,
  case when x.id is not null then jsonb_build_object('id', x.id, 'date', x.measured_on, 'value', x.value::text, 'unit', m.unit, 'measureName', m.name) end as measurement,
  c.corrects_claim_id as "correctsClaimId", c.reverses_entry_id as "reversesEntryId", c.state, c.state_since as "stateSince",
  c.proposed_by as "proposedBy", p.name as "proposedByName", c.proposed_at as "proposedAt", d.name as "decidedByName", c.decided_at as "decidedAt",
  c.booked_month as "bookedMonth", c.checklist, c.assurance, c.reason, c.version,
  u.ancestor_ids as "unitAncestorIds", b.owner_id as "ownerId", b.measurer_id as "measurerId", i.owner_id as "initiativeOwnerId", i.manager_id as "initiativeManagerId", c.reported_by || c.proposed_by as "reporterIds"`;

const FROM = `finance_claim c
  join benefit b on b.organisation_id = c.organisation_id and b.id = c.benefit_id
  join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
  join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
  join person p on p.organisation_id = c.organisation_id and p.id = c.proposed_by
  left join person d on d.organisation_id = c.organisation_id and d.id = c.decided_by
  left join budget_version v on v.organisation_id = c.organisation_id and v.id = c.budget_version_id
  left join measurement x on x.organisation_id = c.organisation_id and x.id = c.measurement_id
  left join measure m on m.organisation_id = x.organisation_id and m.id = x.measure_id`;

/** What the caller is to a claim; `$3` = their person, `$4` = the day. */
const STANDING = standingSql('$3::uuid', 'u.ancestor_ids', '$4');

function cannotValidate(row: Row, caller: Caller): FinanceClaim['cannotValidate'] {
  if (!isOpen(row.state as ClaimState)) return 'decided';
  const object = { unitAncestorIds: row.unitAncestorIds };
  if (caller.personId === null || !may(caller, 'finance.validate', object)) return 'not_allowed';
  return validatorFault(
    {
      reporterIds: row.reporterIds,
      benefitOwnerId: row.ownerId,
      projectManagerId: row.initiativeManagerId,
      isController: row.isController,
      answeredForIt: row.answeredForIt,
    },
    caller.personId,
  );
}

async function answers(tx: Transaction, caller: Caller, rows: readonly Row[], today: string): Promise<FinanceClaim[]> {
  const hints = await readClaimHints(
    tx,
    rows.map(({ id }) => id),
    today,
  );
  return rows.map((row) => ({
    ...row,
    rung: rungOf(row.rung),
    hints: hints.get(row.id) ?? [],
    cannotValidate: cannotValidate(row, caller),
    mayChange:
      isOpen(row.state as ClaimState) &&
      may(caller, 'finance.report', {
        unitAncestorIds: row.unitAncestorIds,
        responsiblePersonIds: [row.initiativeOwnerId, row.initiativeManagerId, row.ownerId, row.measurerId],
      }),
  }));
}

/** Reported amounts as the inbox and the benefit show them. */
export async function listClaims({ tx, caller, query }: CallOf<typeof claimRoutes.listClaims>) {
  const today = await organisationDay(tx);
  const plan: ListPlan = {
    select: `${SELECT}, false as "isController", false as "answeredForIt"`,
    from: FROM,
    id: 'c.id',
    where: (bind) => [`c.organisation_id = ${bind(tx.organisationId)}`],
    sorts: {
      proposedAt: { sql: 'c.proposed_at', kind: 'instant', required: true },
      waiting: { sql: `array_position(array['submitted', 'disputed'], c.state)`, kind: 'number' },
      amount: { sql: 'c.amount_minor', kind: 'number', required: true },
      benefitTitle: { sql: 'b.title', kind: 'text' },
      year: { sql: 'c.year', kind: 'number', required: true },
    },
    filters: {
      state: { sql: 'c.state', kind: 'text' },
      rung: ({ in: rungs = [] }, bind) => `c.rung = any(${bind(rungs.map((rung) => rungNumber(rung as Rung)))}::int[])`,
      unitId: ({ in: ids = [] }, bind) => `u.ancestor_ids && ${bind(ids)}::uuid[]`,
      benefitId: { sql: 'c.benefit_id', kind: 'uuid' },
      initiativeId: { sql: 'b.initiative_id', kind: 'uuid' },
      mine: ({ in: values = [] }, bind) =>
        `coalesce(c.proposed_by = ${bind(caller.personId)}::uuid, false)::text = any(${bind(values)})`,
      year: { sql: 'c.year', kind: 'number' },
    },
    search: ['b.title', 'i.title'],
  };
  const page = await listPage<Row>(tx, plan, query);
  const standing = await readStanding(
    tx,
    caller,
    page.items.map(({ id }) => id),
    today,
  );
  const rows = page.items.map((row) => ({ ...row, ...standing.get(row.id) }));
  return { ...page, items: await answers(tx, caller, rows, today) };
}

/** Which of the claims the caller controls as finance controller of their unit, and for which they answered themselves. */
async function readStanding(
  tx: Transaction,
  caller: Caller,
  ids: readonly string[],
  today: string,
): Promise<Map<string, Standing>> {
  const rows = await tx.query<Standing & { id: string }>(
    `select c.id, ${STANDING} from ${FROM} where c.organisation_id = $1 and c.id = any($2::uuid[])`,
    [tx.organisationId, ids, caller.personId, today],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** Claims by id, in the order of the ids; unknown ones are left out. */
export async function readClaims(
  { tx, caller }: { tx: Transaction; caller: Caller },
  ids: readonly string[],
): Promise<FinanceClaim[]> {
  const today = await organisationDay(tx);
  const rows = await tx.query<Row>(
    `select ${SELECT}, ${STANDING}
     from ${FROM} where c.organisation_id = $1 and c.id = any($2::uuid[])`,
    [tx.organisationId, ids, caller.personId, today],
  );
  const byId = new Map((await answers(tx, caller, rows, today)).map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** @throws RowNotFound */
export async function readClaim(call: { tx: Transaction; caller: Caller }, id: string): Promise<FinanceClaim> {
  const [claim] = await readClaims(call, [id]);
  if (!claim) throw new RowNotFound('finance_claim');
  return claim;
}
