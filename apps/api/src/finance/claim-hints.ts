import { APPROVED_STATES } from '@hoest/benefits';
import type { FinanceClaim } from '@hoest/contracts';
import type { Transaction } from '@hoest/persistence';

type Hint = FinanceClaim['hints'][number];

interface HintFacts {
  claimId: string;
  sameAccount: string | null;
  sameMeasure: string | null;
  hoursAsCash: boolean;
  estimate: boolean;
  noEvidence: boolean;
  outside: string | null;
  noNote: boolean;
  aboveRealised: boolean;
  aboveBudget: boolean;
}

/**
 * What the records say against an open claim, test by test, before a person looks: which approved benefit claims the account
 * or measure too, hours counted as cash, months outside the benefit or still to come, more than was measured, a share nobody explained,
 * no evidence, or accounts that show more spent than the reduced budget.
 */
export async function readClaimHints(
  tx: Transaction,
  claimIds: readonly string[],
  today: string,
): Promise<Map<string, Hint[]>> {
  const rows = await tx.query<HintFacts>(
    `select c.id as "claimId", account.title as "sameAccount", measured.title as "sameMeasure",
       b.class in ('cash_releasing', 'income') and coalesce(b.calculation ->> 'calculator' = 'time_saved', false) as "hoursAsCash",
       coalesce(c.evidence_kind = 'estimate', false) as estimate,
       c.evidence_kind is null and c.measurement_id is null and c.posting_ref is null and c.reverses_entry_id is null as "noEvidence",
       case when b.starts_on > c.month_from + interval '1 month' - interval '1 day' then b.starts_on when b.ends_on < c.month_to then b.ends_on
         when c.rung in (1, 4) and c.month_to > $3::date then c.month_to end as outside,
       b.attribution < 1 and b.attribution_note is null as "noNote",
       c.rung = 1 and c.measurement_id is null and c.amount_minor > coalesce(money.realised, 0) as "aboveRealised",
       c.rung = 4 and coalesce(booked.spent > booked.budget, false) as "aboveBudget"
     from finance_claim c
       join benefit b on b.organisation_id = c.organisation_id and b.id = c.benefit_id
       left join lateral (select sum(t.realised_minor) as realised from benefit_month t
         where t.organisation_id = c.organisation_id and t.benefit_id = c.benefit_id and t.month between c.month_from and c.month_to) money on true
       left join lateral (select sum(a.amount_minor) as spent, sum(a.budget_minor) as budget from finance_actual a
         where a.organisation_id = c.organisation_id and a.account = c.account and (c.cost_centre is null or a.cost_centre = c.cost_centre)
           and a.currency = c.currency and a.month between c.month_from and c.month_to) booked on true
       left join lateral (select o.title from benefit o join initiative i on i.organisation_id = o.organisation_id and i.id = o.initiative_id
         where o.organisation_id = c.organisation_id and o.account = c.account and o.id <> b.id and o.polarity = b.polarity
           and (o.cost_centre is null or c.cost_centre is null or o.cost_centre = c.cost_centre) and (o.pool_id is null or o.pool_id is distinct from b.pool_id)
           and o.state = any($4) and i.phase not in ('stopped', 'rejected')
           and coalesce(o.starts_on, c.month_from) <= c.month_to and coalesce(o.ends_on, c.month_to) >= c.month_from
         order by o.id limit 1) account on true
       left join lateral (select o.title from measure m join measure x on x.organisation_id = m.organisation_id and lower(x.name) = lower(m.name) and lower(x.unit) = lower(m.unit)
           and x.benefit_id <> m.benefit_id
         join benefit o on o.organisation_id = x.organisation_id and o.id = x.benefit_id
         where m.organisation_id = b.organisation_id and m.benefit_id = b.id and m.position = 0 and x.position = 0 and o.initiative_id <> b.initiative_id
           and o.state = any($4) and (o.pool_id is null or o.pool_id is distinct from b.pool_id)
         order by o.id limit 1) measured on true
     where c.organisation_id = $1 and c.id = any($2::uuid[]) and c.state in ('submitted', 'disputed')`,
    [tx.organisationId, claimIds, today, APPROVED_STATES],
  );
  return new Map(rows.map((facts) => [facts.claimId, hintsOf(facts)]));
}

function hintsOf(facts: HintFacts): Hint[] {
  const hints: Hint[] = [];
  const add = (test: Hint['test'], result: Hint['result'], code: Hint['code'], about: string | null = null) =>
    hints.push({ test, result, code, about });
  if (facts.aboveRealised) add('causation', 'doubtful', 'above_realised');
  if (facts.outside) add('realisation', 'doubtful', 'outside_period', facts.outside);
  if (facts.hoursAsCash) add('valuation', 'failed', 'hours_are_not_cash');
  if (facts.sameAccount) add('attribution', 'failed', 'same_account', facts.sameAccount);
  if (facts.sameMeasure) add('attribution', 'doubtful', 'same_measure', facts.sameMeasure);
  if (facts.noNote) add('attribution', 'doubtful', 'no_attribution_note');
  if (facts.estimate) add('validation', 'doubtful', 'estimate');
  if (facts.aboveBudget) add('validation', 'failed', 'actuals_above_budget');
  if (facts.noEvidence) add('validation', 'doubtful', 'no_evidence');
  return hints;
}
