import type { OracleIndicator } from './facts';
import { isActive, isStatusFresh, isValid, reasonFrom } from './reading';

export const ownerInLineOracle: OracleIndicator = (facts, asOf) => {
  const ancestors = new Map(facts.units.map((unit) => [unit.id, unit.ancestorIds]));
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const rolesOf = Map.groupBy(
    facts.roles.filter((role) => role.objectKind === 'initiative' && isValid(role, asOf)),
    (role) => role.objectId,
  );
  return facts.initiatives.filter(isActive).map((initiative) => {
    const roles = rolesOf.get(initiative.id) ?? [];
    const owners = roles.filter(({ role }) => role === 'project_owner');
    owners.sort((a, b) => (a.validFrom === b.validFrom ? (a.id < b.id ? -1 : 1) : a.validFrom < b.validFrom ? -1 : 1));
    const owner = persons.get(owners.at(-1)?.personId ?? '');
    const managers = roles.filter(({ role }) => role === 'project_manager').map(({ personId }) => personId);
    const line = [initiative.unitId, ...initiative.affectedUnitIds].flatMap((id) => ancestors.get(id) ?? []);
    const reason = owner
      ? reasonFrom(
          !(owner.active && isValid(owner, asOf)) && 'owner-inactive',
          !['head', 'director', 'chief'].includes(owner.managerLevel) && 'owner-not-leader',
          !line.includes(owner.unitId) && 'owner-outside-line',
          managers.includes(owner.id) && 'owner-is-manager',
        )
      : 'no-owner';
    return {
      indicatorId: 'dl.owner-in-line',
      scopeKind: 'initiative',
      scopeId: initiative.id,
      objectId: initiative.id,
      unitId: initiative.unitId,
      memberGroup: null,
      numerator: reason === 'met' ? '1' : '0',
      denominator: '1',
      status: 'counted',
      reason,
      fresh: isStatusFresh(initiative, asOf),
    };
  });
};
