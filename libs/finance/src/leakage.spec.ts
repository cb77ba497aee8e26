import fc from 'fast-check';
import { type Leakage, leakageOf, NO_LEAKAGE, sumLeakage } from './leakage';

const worked = {
  polarity: 1 as const,
  delayed: 150n,
  notMeasured: 200n,
  measured: 650n,
  realised: 550n,
  disputed: 50n,
  budgeted: 300n,
  takenOut: 240n,
  confirmed: 200n,
};

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const facts = fc.record({
  polarity: fc.constantFrom<1 | -1>(1, -1),
  delayed: amount,
  notMeasured: amount,
  measured: amount,
  realised: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  disputed: amount,
  budgeted: amount,
  takenOut: amount,
  confirmed: amount,
});

const sumOfParts = (one: Leakage) => one.delayed + one.notMeasured + one.disputed + one.shortfall + one.realised;

describe('leakage (F23)', () => {
  it('splits 1,000 promised as the rules do', () => {
    expect(leakageOf(worked)).toEqual({
      promised: 1000n,
      delayed: 150n,
      notMeasured: 200n,
      disputed: 50n,
      shortfall: 100n,
      realised: 500n,
      budgeted: 300n,
      takenOut: 240n,
      confirmed: 200n,
      surplus: 0n,
    });
  });

  it('keeps what came above the promise apart', () => {
    expect(leakageOf({ ...worked, realised: 800n })).toMatchObject({ realised: 600n, shortfall: 0n, surplus: 150n });
  });

  it('never counts more as budgeted than was realised', () => {
    expect(leakageOf({ ...worked, budgeted: 900n, takenOut: 900n, confirmed: 900n })).toMatchObject({
      budgeted: 500n,
      takenOut: 500n,
      confirmed: 500n,
    });
  });

  it('adds up to the promise, each krone once, whatever the facts', () => {
    fc.assert(fc.property(facts, (one) => sumOfParts(leakageOf(one)) === leakageOf(one).promised));
  });

  it('accounts for all that was realised: kept, disputed or surplus', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const leakage = leakageOf(one);
        const parts = leakage.realised + leakage.surplus;
        const disputed = one.realised > 0n ? (one.disputed < one.realised ? one.disputed : one.realised) : 0n;
        return BigInt(one.polarity) * parts === one.realised - disputed;
      }),
    );
  });

  it('nests realised, budgeted, taken out and confirmed', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { realised, budgeted, takenOut, confirmed } = leakageOf({ ...one, polarity: 1 });
        return (
          0n <= confirmed && confirmed <= takenOut && takenOut <= budgeted && (budgeted <= realised || budgeted === 0n)
        );
      }),
    );
  });

  it('subtracts a disbenefit at every step', () => {
    const both = sumLeakage([leakageOf(worked), leakageOf({ ...worked, polarity: -1 })]);
    expect(both).toEqual(NO_LEAKAGE);
  });

  it('is the sum of its parts at every level, in any order', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.nat(), (many, cut) => {
        const parts = many.map(leakageOf);
        const at = parts.length === 0 ? 0 : cut % parts.length;
        const halves = [sumLeakage(parts.slice(0, at)), sumLeakage(parts.slice(at))];
        expect(sumLeakage(halves)).toEqual(sumLeakage([...parts].reverse()));
        expect(sumOfParts(sumLeakage(parts))).toBe(sumLeakage(parts).promised);
      }),
    );
  });
});
