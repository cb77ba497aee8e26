import { addMonths } from '@hoest/quantities';
import fc from 'fast-check';
import { claimedByMonth } from './money-by-month';
import { benefit, measured, obligations, plan } from './money-facts.fixture';

describe('money per month, for any benefit', () => {
  const anyFacts = fc
    .record({
      value: fc.integer({ min: 1, max: 10 ** 11 }),
      attribution: fc.integer({ min: 0, max: 10_000 }),
      baseline: fc.integer({ min: -50, max: 50 }),
      path: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: -50, max: 50 })), {
        selector: ([at]) => at,
        minLength: 1,
        maxLength: 5,
      }),
      answers: fc.array(fc.option(fc.integer({ min: -100, max: 100 })), { minLength: 8, maxLength: 8 }),
      interpolation: fc.constantFrom('linear' as const, 'step' as const),
    })
    .map(({ value, attribution, baseline, path, answers, interpolation }) =>
      benefit({
        plan: {
          ...plan,
          fullYearValueMinor: BigInt(value),
          attribution: (attribution / 10_000).toFixed(4),
          baselineValue: String(baseline),
          interpolation,
          points: path.map(([at, target]) => ({ dueOn: addMonths('2025-01-01', at), value: String(target) })),
        },
        measurements: answers.flatMap((answer, position) =>
          answer === null ? [] : [measured(`q${position + 1}`, String(answer))],
        ),
      }),
    );

  it('does not depend on the order of points, obligations or measurements', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = {
          ...facts,
          plan: facts.plan && { ...facts.plan, points: [...facts.plan.points].reverse() },
          obligations: [...facts.obligations].reverse(),
          measurements: [...facts.measurements].reverse(),
        };
        expect(claimedByMonth(turned, '2026-06-30')).toEqual(claimedByMonth(facts, '2026-06-30'));
      }),
    );
  });

  it('does not depend on the unit of the measure', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(60, 24, 1000), (facts, factor) => {
        const scaled = (value: unknown) => String(Number(value) * factor);
        const other = {
          ...facts,
          plan: facts.plan && {
            ...facts.plan,
            baselineValue: scaled(facts.plan.baselineValue),
            points: facts.plan.points.map(({ dueOn, value }) => ({ dueOn, value: scaled(value) })),
          },
          measurements: facts.measurements.map((measurement) => ({ ...measurement, value: scaled(measurement.value) })),
        };
        expect(claimedByMonth(other, '2027-06-30')).toEqual(claimedByMonth(facts, '2027-06-30'));
      }),
    );
  });

  it('adds up: a full year at the final target is the full-year value, a period is its worth', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 10_000 }), (facts, attribution) => {
        const share = (attribution / 10_000).toFixed(4);
        const steady = {
          ...facts,
          plan: facts.plan && { ...facts.plan, attribution: share, points: [{ dueOn: '2025-01-01', value: '99' }] },
        };
        const year = claimedByMonth(steady, '2027-06-30').filter(({ month }) => month.startsWith('2026'));
        const planned = year.reduce((sum, { plannedMinor }) => sum + plannedMinor, 0n);
        const whole = (steady.plan?.fullYearValueMinor ?? 0n) * BigInt(attribution);
        const off = planned * 10_000n - whole;
        expect((off < 0n ? -off : off) <= 5_000n).toBe(true);
        const amounts = year.map(({ plannedMinor }) => plannedMinor);
        expect(
          amounts.every((amount) => amount - (amounts.at(-1) ?? 0n) <= 1n && amount >= (amounts.at(-1) ?? 0n)),
        ).toBe(true);
      }),
    );
  });

  it('counts no month as measured without an answer, and realises nothing where nothing is measured', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const answered = new Set(facts.measurements.map(({ obligationId }) => obligationId));
        for (const { month, status, realisedMinor } of claimedByMonth(facts, '2026-06-30')) {
          const owner = obligations.find(({ periodStart, periodEnd }) => periodStart <= month && month <= periodEnd);
          if (status === 'measured') expect(answered.has(owner?.id ?? null)).toBe(true);
          else expect(realisedMinor).toBe(0n);
        }
      }),
    );
  });
});
