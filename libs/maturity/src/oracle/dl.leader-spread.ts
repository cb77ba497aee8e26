import { addDays, addMonths } from '@hoest/quantities';
import type { OracleIndicator } from './facts';
import { isActive, isValid } from './reading';

const RESPONSIBLE = new Set(['project_owner', 'benefit_owner', 'change_lead', 'steering_chair']);

export const leaderSpreadOracle: OracleIndicator = (facts, asOf) => {
  const active = facts.initiatives.filter(isActive);
  const touched = new Set(active.flatMap((initiative) => [initiative.unitId, ...initiative.affectedUnitIds]));
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  const objects = new Set([
    ...active.map(({ id }) => `initiative ${id}`),
    ...facts.initiatives
      .flatMap(({ benefits }) => benefits)
      .filter(({ state }) => state === 'in_realisation')
      .map(({ id }) => `benefit ${id}`),
  ]);
  const windowStart = addDays(addMonths(asOf, -12), 1);
  const holders = new Set(
    facts.roles
      .filter(({ role, objectKind, objectId }) => RESPONSIBLE.has(role) && objects.has(`${objectKind} ${objectId}`))
      .filter(({ validFrom, validTo }) => {
        const last = validTo === null ? asOf : addDays(validTo, -1);
        const [from, to] = [validFrom > windowStart ? validFrom : windowStart, last < asOf ? last : asOf];
        return from <= to;
      })
      .map(({ personId }) => personId),
  );
  return facts.persons.flatMap((person) => {
    const unit = units.get(person.unitId);
    const leads = ['head', 'director', 'chief'].includes(person.managerLevel);
    if (!unit || !leads || !person.active || !isValid(person, asOf) || !isValid(unit, asOf)) return [];
    const affected = unit.ancestorIds.some((id) => touched.has(id));
    const holds = holders.has(person.id);
    return {
      indicatorId: 'dl.leader-spread',
      scopeKind: 'person_register',
      scopeId: null,
      objectId: person.id,
      unitId: person.unitId,
      memberGroup: null,
      numerator: affected && holds ? '1' : '0',
      denominator: affected ? '1' : '0',
      status: affected ? 'counted' : 'exempt',
      reason: !affected ? 'outside-affected-units' : holds ? 'met' : 'no-role',
      fresh: null,
    };
  });
};
