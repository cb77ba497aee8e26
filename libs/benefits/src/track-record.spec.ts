import { Decimal } from '@hoest/quantities';
import fc from 'fast-check';
import {
  addTrackSums,
  type ClosedBenefit,
  credibility,
  expectationFactor,
  type TrackRecord,
  trackRecord,
  trackSums,
} from './track-record';
import { ESTIMATE_BASES } from './value-lists';

const recordOf = (benefits: readonly ClosedBenefit[]) => {
  const record = trackRecord(trackSums(benefits));
  if (!record) throw new Error('no case');
  return record;
};
/** `count` equally large promises of which this ratio came. */
const kept = (count: number, ratio: string, planned = 100): ClosedBenefit[] =>
  Array.from({ length: count }, () => ({ planned, realised: new Decimal(planned).times(ratio) }));
const factorOf = (group: readonly ClosedBenefit[], others: readonly ClosedBenefit[] = []) =>
  expectationFactor(trackRecord(trackSums(group)), trackRecord(trackSums([...group, ...others])), null);
const number = (result: ReturnType<typeof factorOf>) => {
  if (result.kind === 'unknown') throw new Error('unknown');
  return result.factor;
};

describe('forecast accuracy (F20)', () => {
  const worked = [
    { planned: 100, realised: 80 },
    { planned: 200, realised: 260 },
    { planned: 300, realised: 150 },
  ];

  it('computes the worked case', () => {
    const { accuracy, bias, ratio, cases } = recordOf(worked);
    expect([accuracy.toFixed(6), bias.toFixed(6), ratio.toFixed(6), cases]).toEqual([
      '0.616667',
      '-0.183333',
      '0.816667',
      3,
    ]);
  });

  it('is none without cases, and never below 0', () => {
    expect(trackRecord(trackSums([]))).toBeNull();
    expect(recordOf([{ planned: 100, realised: 350 }])).toMatchObject({ accuracy: new Decimal(0) });
  });

  it('counts one large promise among small ones almost alone, and equal ones in full', () => {
    expect(recordOf(kept(7, '0.5')).effectiveCases.toNumber()).toBe(7);
    expect(recordOf([...kept(9, '1', 1), ...kept(1, '0', 1_000_000)]).effectiveCases.toNumber()).toBeCloseTo(1, 4);
  });
});

describe('what experience says of a promise', () => {
  it.each(ESTIMATE_BASES.map((basis, at) => [basis, [0.95, 0.85, 0.7, 0.5][at]] as const))(
    'below ten closed benefits is the default: %s %d',
    (basis, factor) => {
      const nine = recordOf(kept(9, '0.2'));
      const result = expectationFactor(nine, nine, basis);
      expect([result.kind, result.kind === 'default' && result.factor.toNumber()]).toEqual(['default', factor]);
      expect(expectationFactor(null, null, basis).kind).toBe('default');
    },
  );

  it('is unknown below ten when nothing is said about the basis', () => {
    expect(expectationFactor(null, recordOf(kept(9, '0.2')), null)).toEqual({ kind: 'unknown' });
  });

  it('from ten on is the organisation’s own ratio where the class has no case', () => {
    const result = expectationFactor(null, recordOf(kept(10, '0.8')), 'assumption');
    expect(result).toEqual({ kind: 'own', factor: new Decimal('0.8') });
  });

  it('shrinks a class of four (half kept) among twenty of which four fifths came: Z = 4/14, 0.714286', () => {
    const result = factorOf(kept(4, '0.5'), kept(16, '0.875'));
    expect([result.kind, number(result).toFixed(6)]).toEqual(['shrunk', '0.714286']);
    expect(credibility(4).toFixed(6)).toBe('0.285714');
  });

  it('believes ten cases as much as the organisation, and many almost alone', () => {
    expect(credibility(10).toNumber()).toBe(0.5);
    expect(number(factorOf(kept(990, '0.5'), kept(10, '1'))).toNumber()).toBeCloseTo(0.5, 2);
  });
});

const closed = fc.record<ClosedBenefit>({
  planned: fc.integer({ min: 1, max: 1_000_000_000 }),
  realised: fc.integer({ min: -1_000_000_000, max: 2_000_000_000 }),
});
const some = fc.array(closed, { minLength: 1, maxLength: 30 });
const tenMore = fc.array(closed, { minLength: 10, maxLength: 30 });
const NEARLY = '1e-20';

describe('the correction', () => {
  it('believes a group from 0 to 1, the more cases the more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (n, more) => {
          const [z, later] = [credibility(n), credibility(n + more)];
          return z.greaterThanOrEqualTo(0) && z.lessThan(1) && later.greaterThanOrEqualTo(z);
        },
      ),
    );
  });

  it('lies between the group’s own ratio and the organisation’s', () => {
    fc.assert(
      fc.property(some, tenMore, (group, others) => {
        const own = recordOf(group).ratio;
        const all = recordOf([...group, ...others]).ratio;
        const factor = number(factorOf(group, others));
        return (
          factor.greaterThanOrEqualTo(Decimal.min(own, all).minus(NEARLY)) &&
          factor.lessThanOrEqualTo(Decimal.max(own, all).plus(NEARLY))
        );
      }),
    );
  });

  it('does not depend on the order of the cases, the unit of money, or how they are grouped before', () => {
    fc.assert(
      fc.property(some, tenMore, fc.nat(), (group, others, at) => {
        const factor = number(factorOf(group, others));
        const inOre = [...group].reverse().map(({ planned, realised }) => ({
          planned: new Decimal(planned).times(100),
          realised: new Decimal(realised).times(100),
        }));
        const othersInOre = others.map(({ planned, realised }) => ({
          planned: new Decimal(planned).times(100),
          realised: new Decimal(realised).times(100),
        }));
        expect(number(factorOf(inOre, othersInOre)).minus(factor).abs().lessThan(NEARLY)).toBe(true);
        const cut = at % group.length;
        const parts = addTrackSums([trackSums(group.slice(0, cut)), trackSums(group.slice(cut))]);
        expect(trackRecord(parts)?.effectiveCases.minus(recordOf(group).effectiveCases).abs().lessThan(NEARLY)).toBe(
          true,
        );
      }),
    );
  });

  it('moves continuously with one more case: the smaller the promise, the smaller the step', () => {
    fc.assert(
      fc.property(some, tenMore, closed, (group, others, one) => {
        const before = number(factorOf(group, others));
        const step = (part: string) => {
          const small = {
            planned: new Decimal(one.planned).times(part),
            realised: new Decimal(one.realised).times(part),
          };
          return number(factorOf([...group, small], others))
            .minus(before)
            .abs();
        };
        // Of a promise a billionth the size the step is at most a ten-millionth of the ratios met.
        const size = Decimal.max(
          1,
          ...[...group, ...others, one].map(({ planned, realised }) => new Decimal(realised).dividedBy(planned).abs()),
        );
        return step('1e-15').lessThan(size.times('1e-5')) && step('1e-24').lessThan(size.times('1e-14'));
      }),
    );
  });

  it('keeps what was promised where everything was kept', () => {
    fc.assert(
      fc.property(some, tenMore, (group, others) => {
        const met = (list: ClosedBenefit[]) => list.map(({ planned }) => ({ planned, realised: planned }));
        return number(factorOf(met(group), met(others)))
          .minus(1)
          .abs()
          .lessThan(NEARLY);
      }),
    );
  });

  it('is not moved by any record while the organisation has fewer than ten', () => {
    fc.assert(
      fc.property(fc.array(closed, { maxLength: 9 }), fc.constantFrom(...ESTIMATE_BASES), (cases, basis) => {
        const record: TrackRecord | null = trackRecord(trackSums(cases));
        return expectationFactor(record, record, basis).kind === 'default';
      }),
    );
  });
});
