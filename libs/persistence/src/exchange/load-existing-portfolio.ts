import type { ExistingInitiative, KnownNames } from '@hoest/exchange';
import type { Transaction } from '../database/transaction';

/** Everything an import compares with: the organisation's initiatives with costs and benefits, and the names it may use. */
export interface ExistingPortfolio {
  initiatives: ExistingInitiative[];
  names: KnownNames;
  rootUnitId: string;
}

const INITIATIVES = `
  select i.id, i.external_key as "externalKey", i.code, i.title, array[u.name, u.code] as "unitNames",
    i.go_live_planned as "goLivePlanned", i.go_live_first_planned as "goLiveFirstPlanned", i.absences,
    jsonb_strip_nulls(jsonb_build_object('problem', i.problem, 'description', i.description, 'expectedGain', i.expected_gain, 'category', i.category,
      'kind', i.kind, 'phase', i.phase, 'statusRag', i.status_rag, 'statusNote', i.status_note, 'startPlanned', i.start_planned, 'startActual', i.start_actual,
      'goLiveActual', i.go_live_actual, 'mandatory', i.mandatory, 'legalRef', i.legal_ref, 'affectedStaff', i.affected_staff,
      'unitId', i.unit_id, 'ownerId', i.owner_id, 'managerId', i.manager_id, 'primaryGoalId', i.primary_goal_id)) as fields,
    coalesce(c.lines, '[]') as costs, coalesce(b.benefits, '[]') as benefits
  from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
  left join lateral (select jsonb_agg(jsonb_build_object('id', x.id, 'lineKey', x.external_key, 'currency', x.currency,
      'planMinor', x.plan_minor::text, 'forecastMinor', x.forecast_minor::text)) as lines
    from cost_line x where x.organisation_id = i.organisation_id and x.initiative_id = i.id) c on true
  left join lateral (select jsonb_agg(jsonb_build_object('id', x.id, 'lineKey', x.external_key, 'currency', x.currency, 'polarity', x.polarity,
      'fullYearValueMinor', x.full_year_value_minor::text, 'wholeLifeValueMinor', x.whole_life_value_minor::text, 'description', x.description,
      'approved', x.approved_on is not null)) as benefits
    from benefit x where x.organisation_id = i.organisation_id and x.initiative_id = i.id) b on true
  where i.organisation_id = $1`;

const NAMES = `
  select 'units' as kind, u.id, array[u.name, u.code] as names from unit u where u.organisation_id = $1 and (u.valid_to is null or u.valid_to > current_date)
  union all select 'people', p.id, array_remove(array[p.name, p.email], null) from person p where p.organisation_id = $1 and p.active
  union all select 'goals', g.id, array[g.title, g.code] from goal g where g.organisation_id = $1`;

/** Reads what an import compares with, in three statements. */
export async function loadExistingPortfolio(tx: Transaction): Promise<ExistingPortfolio> {
  const initiatives = await tx.query<ExistingInitiative>(INITIATIVES, [tx.organisationId]);
  const rows = await tx.query<{ kind: keyof KnownNames; id: string; names: string[] }>(NAMES, [tx.organisationId]);
  const [root] = await tx.query<{ id: string }>(
    'select id from unit where organisation_id = $1 and parent_id is null order by code limit 1',
    [tx.organisationId],
  );
  if (!root) throw new Error('The organisation has no units');
  const named = (kind: keyof KnownNames) =>
    rows.filter((row) => row.kind === kind).map(({ id, names }) => ({ id, names }));
  return {
    initiatives,
    names: { units: named('units'), people: named('people'), goals: named('goals') },
    rootUnitId: root.id,
  };
}
