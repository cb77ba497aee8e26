import type { AccessGrant } from '@hoest/organisation';
import { systemCaller } from '@hoest/persistence';
import { decidableUnits } from './decidable-units';

const callerWith = (...grants: AccessGrant[]) => ({ ...systemCaller(1, 'r'), grants });

describe('units a person may decide in', () => {
  it('is everywhere with a grant for the whole organisation', () => {
    const caller = callerWith({ role: 'leader', unitId: 'a' }, { role: 'portfolio_office', unitId: null });
    expect(decidableUnits(caller, 'decision.record')).toBeNull();
  });

  it('is the units of the grants that carry the permission', () => {
    const caller = callerWith(
      { role: 'leader', unitId: 'a' },
      { role: 'auditor', unitId: null },
      { role: 'leader', unitId: 'b' },
    );
    expect(decidableUnits(caller, 'decision.record')).toEqual(['a', 'b']);
  });

  it('is nowhere without one', () => {
    expect(decidableUnits(callerWith({ role: 'project_manager', unitId: null }), 'decision.record')).toEqual([]);
    const reading = { ...callerWith({ role: 'leader', unitId: null }), tokenScopes: ['read' as const] };
    expect(decidableUnits(reading, 'decision.record')).toEqual([]);
  });
});
