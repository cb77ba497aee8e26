import { leaves, type MemberSql, nextAfter, reasonOf } from './member-sql';

/** Passages of the last twelve months; those planned for later days come in with time. */
export const gateDisciplineSql: MemberSql = {
  indicatorId: 'op.gate-discipline',
  scopeKind: 'initiative',
  sql: `
    select g.id, _i.unit_id, null::text, case when g.reason = 'met' then 1 else 0 end, 1,
      case when g.phase_started_on <= _t then 'counted' else 'absent' end, g.reason, null::boolean,
      ${nextAfter('g.phase_started_on', leaves('g.phase_started_on', 12))}
    from (
      select p.id, p.phase_started_on, ${reasonOf([
        ['no-decision', 'd.id is null'],
        ['decided-late', 'd.decided_on > p.phase_started_on'],
        ['not-approved', `d.outcome not in ('approve', 'approve_with_conditions')`],
        ['no-mandate', 'not d.mandate_ok'],
        ['no-rationale', `d.id is not null and btrim(coalesce(d.rationale, ''), E' \\t\\r\\n') = ''`],
        ['artefacts-missing', `jsonb_path_exists(p.artefacts, '$[*] ? (@.required == true && !(@.complete == true))')`],
      ])} as reason
      from gate_passage p left join lateral (select x.* from decision x where x.organisation_id = _org and x.id = p.decision_id limit 1) d on true
      where p.organisation_id = _org and p.initiative_id = _scope and p.phase_started_on > _w12
    ) g`,
};
