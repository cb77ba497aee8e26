import { PROMISED_BENEFIT } from './initiative-columns';

/** Benefits that have passed approval and are still promised. */
const APPROVED = `${PROMISED_BENEFIT} and b.state not in ('identified', 'profiled')`;

/** What the records say about the points of a gate; counts of benefits leave out rejected and written-off ones, where not said. */
export interface GateFactsRow {
  affectedUnits: number;
  /** Cost lines with a planned amount, 0 included, and those above 0. */
  plannedCostLineCount: number;
  plannedCosts: number;
  /** Cost lines for change effort with an amount or hours. */
  plannedChangeEffort: number;
  benefits: number;
  /** Still only identified. */
  benefitsWithoutProfile: number;
  benefitsApproved: number;
  /** Approved ones without an owner. */
  benefitsWithoutOwner: number;
  /** Measures of approved benefits, and those of them without a measured baseline. */
  measures: number;
  measuresWithoutBaseline: number;
  /** Approved benefits whose owner has confirmed them since go-live. */
  benefitsConfirmed: number;
  /** Approving decisions on the initiative that nobody reversed: by the portfolio, by it with mandate, political with mandate. */
  portfolioDecision: boolean;
  mandate: boolean;
  politicalDecision: boolean;
}

/** `GateFactsRow` as one JSON value, for the initiative aliased `i`. */
export const GATE_FACTS = `(select jsonb_build_object(
    'affectedUnits', (select count(*) from initiative_affected_unit x where x.organisation_id = i.organisation_id and x.initiative_id = i.id),
    'plannedCostLineCount', (select count(*) from cost_line c where c.organisation_id = i.organisation_id and c.initiative_id = i.id
      and c.plan_minor is not null),
    'plannedCosts', (select count(*) from cost_line c where c.organisation_id = i.organisation_id and c.initiative_id = i.id and c.plan_minor > 0),
    'plannedChangeEffort', (select count(*) from cost_line c where c.organisation_id = i.organisation_id and c.initiative_id = i.id
      and c.is_change_effort and (c.plan_minor > 0 or c.hours > 0)))
  || (select jsonb_build_object(
      'benefits', count(*),
      'benefitsWithoutProfile', count(*) filter (where b.state = 'identified'),
      'benefitsApproved', count(*) filter (where ${APPROVED}),
      'benefitsWithoutOwner', count(*) filter (where ${APPROVED} and b.owner_id is null),
      'benefitsConfirmed', count(*) filter (where ${APPROVED} and b.confirmed_on >= i.go_live_actual))
    from benefit b where b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${PROMISED_BENEFIT})
  || (select jsonb_build_object('measures', count(*), 'measuresWithoutBaseline', count(*) filter (where not exists (
        select 1 from baseline l where l.organisation_id = q.organisation_id and l.measure_id = q.id and l.value is not null)))
    from benefit b join measure q on q.organisation_id = b.organisation_id and q.benefit_id = b.id
    where b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${APPROVED})
  || (select jsonb_build_object('portfolioDecision', coalesce(bool_or(d.kind = 'portfolio'), false),
      'mandate', coalesce(bool_or(d.kind = 'portfolio' and d.mandate_ok), false), 'politicalDecision', coalesce(bool_or(d.political and d.mandate_ok), false))
    from decision d where d.organisation_id = i.organisation_id and d.initiative_id = i.id and d.outcome in ('approve', 'approve_with_conditions')
      and not exists (select 1 from decision r where r.organisation_id = d.organisation_id and r.reverses_id = d.id)))`;
