import fc from 'fast-check';
import { type CountedBenefit, doubleCountings } from './double-counting';

const benefit = (benefitId: string, other: Partial<CountedBenefit> = {}): CountedBenefit => ({
  benefitId,
  initiativeId: `i-${benefitId}`,
  joint: false,
  account: null,
  costCentre: null,
  measure: null,
  poolId: null,
  from: null,
  to: null,
  ...other,
});

describe('double counting', () => {
  it('finds the account that two benefits claim from', () => {
    const found = doubleCountings([
      benefit('b', { account: ' 6.45.51 ', costCentre: '60330' }),
      benefit('a', { account: '6.45.51', costCentre: '60330', joint: true }),
      benefit('c', { account: '6.45.51', costCentre: '99999' }),
    ]);
    expect(found).toEqual([
      { kind: 'same_account', shared: '6.45.51 · 60330', benefitIds: ['a', 'b'], localAndJoint: true },
    ]);
  });

  it('keeps quiet about members of one pool, and about years that do not meet', () => {
    expect(
      doubleCountings([benefit('a', { account: '1', poolId: 'p' }), benefit('b', { account: '1', poolId: 'p' })]),
    ).toEqual([]);
    expect(
      doubleCountings([
        benefit('a', { account: '1', from: '2024-01-01', to: '2024-12-01' }),
        benefit('b', { account: '1', from: '2025-01-01' }),
      ]),
    ).toEqual([]);
  });

  it('finds the measure that two benefits share', () => {
    expect(
      doubleCountings([benefit('a', { measure: 'Porto (kr.)' }), benefit('b', { measure: 'porto  (kr.)' })]),
    ).toEqual([{ kind: 'same_measure', shared: 'Porto (kr.)', benefitIds: ['a', 'b'], localAndJoint: false }]);
  });

  it('names nobody twice for one thing and does not depend on the order', () => {
    const one = fc.record({
      account: fc.constantFrom(null, '1', '2'),
      costCentre: fc.constantFrom(null, 'x'),
      measure: fc.constantFrom(null, 'm'),
      poolId: fc.constantFrom(null, 'p'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (facts) => {
        const many = facts.map((fact, index) => benefit(String(index), fact));
        const found = doubleCountings(many);
        expect(doubleCountings([...many].reverse())).toEqual(found);
        for (const kind of ['same_account', 'same_measure']) {
          const named = found.filter((warning) => warning.kind === kind).flatMap(({ benefitIds }) => benefitIds);
          expect(new Set(named).size).toBe(named.length);
        }
      }),
    );
  });
});
