import { Decimal, sumOf } from '@hoest/quantities';
import fc from 'fast-check';
import { explainMovement, type CountedMember } from './movement';

const members = (prefix: string, hits: number, misses: number): CountedMember[] => [
  ...Array.from({ length: hits }, (_, index) => ({ key: `${prefix}-hit-${index}`, h: 1, b: 1 })),
  ...Array.from({ length: misses }, (_, index) => ({ key: `${prefix}-miss-${index}`, h: 0, b: 1 })),
];

describe('movement inside an indicator', () => {
  it('from 8 of 20 to 11 of 22 is 2 × 4.5455 improved + 2.7273 entering hit − 1.8182 entering miss = +10.0 points', () => {
    const before = members('old', 8, 12);
    const after = [
      ...before.map((one) => (['old-miss-0', 'old-miss-1'].includes(one.key) ? { ...one, h: 1 } : one)),
      { key: 'new-hit', h: 1, b: 1 },
      { key: 'new-miss', h: 0, b: 1 },
    ];
    const movement = explainMovement(before, after);
    const points = Object.fromEntries(
      (movement?.terms ?? []).map(({ key, kind, contribution }) => [key, [kind, contribution.times(100).toFixed(4)]]),
    );
    expect(points).toEqual({
      'old-miss-0': ['stayed', '4.5455'],
      'old-miss-1': ['stayed', '4.5455'],
      'new-hit': ['entered', '2.7273'],
      'new-miss': ['entered', '-1.8182'],
    });
    expect(movement?.after.minus(movement.before).times(100).toFixed(6)).toBe('10.000000');
  });

  it('weighs sum quotients by their amounts', () => {
    const movement = explainMovement(
      [
        { key: 'a', h: 80, b: 100 },
        { key: 'b', h: 150, b: 200 },
      ],
      [
        { key: 'a', h: 80, b: 100 },
        { key: 'b', h: 150, b: 300 },
        { key: 'loss', h: -40, b: 0 },
      ],
    );
    expect(movement?.before.toFixed(6)).toBe('0.766667');
    expect(movement?.after.toFixed(6)).toBe('0.475000');
    expect(movement?.terms.map(({ key, contribution }) => [key, contribution.toFixed(6)])).toEqual([
      ['b', '-0.191667'],
      ['loss', '-0.100000'],
    ]);
  });

  it('says nothing when there was no value on one of the dates', () => {
    expect(explainMovement([], members('new', 1, 1))).toBeNull();
    expect(explainMovement(members('old', 1, 1), [])).toBeNull();
  });

  const member = fc.record({
    key: fc.integer({ min: 0, max: 30 }).map(String),
    h: fc.integer({ min: -100, max: 10_000 }),
    b: fc.integer({ min: 1, max: 10_000 }),
  });
  const scope = fc.uniqueArray(member, { selector: (one) => one.key, minLength: 1, maxLength: 25 });

  it('adds up exactly and does not depend on the order', () => {
    fc.assert(
      fc.property(scope, scope, (before, after) => {
        const movement = explainMovement(before, after);
        const turned = explainMovement([...before].reverse(), [...after].reverse());
        const sum = sumOf((movement?.terms ?? []).map(({ contribution }) => contribution));
        const change = (movement?.after ?? new Decimal(0)).minus(movement?.before ?? 0);
        expect(sum.minus(change).abs().lessThan('1e-28')).toBe(true);
        expect(turned).toEqual(movement);
      }),
    );
  });
});
