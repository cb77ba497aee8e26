import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { PERSON_REGISTER_SCOPE } from './scopes-to-bump';

/**
 * Dated facts that can become known after the day they speak of, and the indicators they change for that day. SQL over the
 * organisation `$1`, the day `$2` and the instant `$3` since which they were recorded; gives (scope_kind, scope_id).
 * Facts without a date of their own (a phase, an owner) are not here: what they are today says nothing of a day in the past.
 */
const LATE_FACTS: readonly { indicators: readonly string[]; scopes: string }[] = [
  {
    indicators: ['gr.realisation-rate', 'gr.quality-effect', 'gr.persistence'],
    scopes: benefitsOf(
      `select m.benefit_id from measurement x join measure m on m.organisation_id = x.organisation_id and m.id = x.measure_id
       where x.organisation_id = $1 and x.measured_on <= $2 and x.recorded_at > $3
       union select v.benefit_id from plan_version v where v.organisation_id = $1 and v.decided_on <= $2 and v.recorded_at > $3`,
    ),
  },
  {
    indicators: [
      'gr.benefit-coverage',
      'gr.baseline-before',
      'gr.realisation-rate',
      'gr.quality-effect',
      'gr.persistence',
    ],
    scopes: benefitsOf(
      `select m.benefit_id from baseline x join measure m on m.organisation_id = x.organisation_id and m.id = x.measure_id
       where x.organisation_id = $1 and x.measured_on <= $2 and x.recorded_at > $3`,
    ),
  },
  {
    indicators: ['oi.adoption'],
    scopes: `select 'initiative', s.initiative_id from adoption_point x join adoption_series s on s.organisation_id = x.organisation_id and s.id = x.series_id
      where x.organisation_id = $1 and x.month <= $2 and x.recorded_at > $3`,
  },
  {
    indicators: ['op.gate-discipline'],
    scopes: `select 'initiative', g.initiative_id from gate_passage g left join decision d on d.organisation_id = g.organisation_id and d.id = g.decision_id
      where g.organisation_id = $1 and g.phase_started_on <= $2 and (g.created_at > $3 or (d.decided_on <= $2 and d.recorded_at > $3))`,
  },
  {
    indicators: ['op.register'],
    scopes: `select 'initiative', x.initiative_id from status_confirmation x where x.organisation_id = $1 and x.confirmed_on <= $2 and x.recorded_at > $3`,
  },
  {
    indicators: ['dl.strategy-anchored'],
    scopes: `select 'strategy', x.strategy_id from political_followup x where x.organisation_id = $1 and x.held_on <= $2 and x.created_at > $3`,
  },
  {
    indicators: ['dl.owner-in-line'],
    scopes: `select 'initiative', x.object_id from role_assignment x where x.organisation_id = $1 and x.object_kind = 'initiative'
      and x.valid_from <= $2 and x.created_at > $3`,
  },
  {
    indicators: ['dl.leader-spread'],
    scopes: `select 'person_register', '${PERSON_REGISTER_SCOPE}'::uuid from role_assignment x where x.organisation_id = $1 and x.valid_from <= $2 and x.created_at > $3`,
  },
];

/** Initiatives of the benefits, and of those that share a pool with one of them. */
function benefitsOf(benefits: string): string {
  return `select 'initiative', b.initiative_id from benefit b where b.organisation_id = $1 and (b.id in (${benefits})
    or b.pool_id in (select p.pool_id from benefit p where p.organisation_id = $1 and p.id in (${benefits})))`;
}

/** Scopes of which more is known about a day than was at an instant, each with the indicator concerned. */
export async function readLateFacts(
  tx: Transaction,
  asOf: CalendarDate,
  knownAt: Date,
): Promise<{ scopeKind: string; scopeId: string; indicatorId: string }[]> {
  const parts = LATE_FACTS.map(
    ({ indicators, scopes }) => `select s.kind as "scopeKind", s.id as "scopeId", i.id as "indicatorId"
      from (${scopes}) s(kind, id) cross join unnest(array[${indicators.map((id) => `'${id}'`).join(', ')}]) i(id)`,
  );
  return tx.query(parts.join('\n union '), [tx.organisationId, asOf, knownAt]);
}
