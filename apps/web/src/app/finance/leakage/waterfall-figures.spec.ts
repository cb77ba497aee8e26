import fc from 'fast-check';
import { leakageClaim, orePerKrone, waterfallFigures } from './waterfall-figures';
import { amountOf, behindStep, type Leakage, LEVELS, WATERFALL_STEPS } from './waterfall-steps';

const NONE: Leakage = {
  promised: '0',
  delayed: '0',
  notMeasured: '0',
  disputed: '0',
  shortfall: '0',
  realised: '0',
  budgeted: '0',
  takenOut: '0',
  confirmed: '0',
  surplus: '0',
};
/** The look's own example, thousands of kroner. */
const AASTRUP: Leakage = {
  ...NONE,
  promised: '42600',
  delayed: '7900',
  notMeasured: '5200',
  disputed: '2100',
  shortfall: '2300',
  realised: '25100',
  budgeted: '18800',
  takenOut: '14100',
  confirmed: '8900',
};
/** Leakage from its parts, each in any size and sign. */
const leakages = fc
  .record({
    causes: fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }), { minLength: 4, maxLength: 4 }),
    levels: fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ causes, levels }): Leakage => {
    const [realised = 0n, budgeted = 0n, takenOut = 0n, confirmed = 0n] = [...levels].sort((a, b) => (a > b ? -1 : 1));
    const promised = causes.reduce((sum, cause) => sum + cause, realised);
    const [delayed, notMeasured, disputed, shortfall] = causes.map(String) as [string, string, string, string];
    return {
      ...NONE,
      promised: String(promised),
      delayed,
      notMeasured,
      disputed,
      shortfall,
      realised: String(realised),
      budgeted: String(budgeted),
      takenOut: String(takenOut),
      confirmed: String(confirmed),
    };
  });

describe('the waterfall as it is shown', () => {
  it('goes down from what was promised to what the accounts confirm', () => {
    const bars = waterfallFigures(AASTRUP, 100n);
    expect(bars.map(({ step, amount }) => [step, amount])).toEqual([
      ['promised', 42600n],
      ['delayed', 7900n],
      ['notMeasured', 5200n],
      ['disputed', 2100n],
      ['shortfall', 2300n],
      ['realised', 25100n],
      ['notBudgeted', 6300n],
      ['budgeted', 18800n],
      ['notTakenOut', 4700n],
      ['takenOut', 14100n],
      ['notConfirmed', 5200n],
      ['confirmed', 8900n],
    ]);
    expect(bars[1]).toMatchObject({ kind: 'loss', from: 42600n, to: 34700n });
    expect(bars[5]).toMatchObject({ kind: 'level', from: 0n, to: 25100n });
  });

  it('adds up in any rounding: every loss ends where the next bar begins', () => {
    fc.assert(
      fc.property(leakages, fc.constantFrom(1n, 100n, 100_000n, 10_000_000n), (leakage, step) => {
        const bars = waterfallFigures(leakage, step);
        const at = (one: (typeof WATERFALL_STEPS)[number]) => bars.find((bar) => bar.step === one);
        expect(at('shortfall')?.to).toBe(at('realised')?.amount);
        expect(at('notBudgeted')?.to).toBe(at('budgeted')?.amount);
        expect(at('notTakenOut')?.to).toBe(at('takenOut')?.amount);
        expect(at('notConfirmed')?.to).toBe(at('confirmed')?.amount);
        for (const bar of bars) expect(bar.amount % step).toBe(0n);
      }),
    );
  });

  it('shows levels as the ledger’s totals do, whatever the causes', () => {
    fc.assert(
      fc.property(leakages, (leakage) => {
        const step = 100_000n;
        for (const bar of waterfallFigures(leakage, step)) {
          const level = LEVELS.find((one) => one === bar.step);
          if (!level) continue;
          const away = bar.amount - BigInt(leakage[level]);
          expect((away < 0n ? -away : away) * 2n <= step).toBe(true);
        }
      }),
    );
  });
});

describe('the waterfall’s sentence', () => {
  it('counts øre of every krone promised', () => {
    expect(leakageClaim(AASTRUP)).toEqual({ kind: 'part', realised: 59, takenOut: 33, confirmed: 21 });
  });

  it('claims nothing where nothing was promised, and does not divide by it', () => {
    expect(leakageClaim(NONE)).toEqual({ kind: 'nothing_promised' });
    expect(leakageClaim({ ...NONE, promised: '-5', realised: '-5' })).toEqual({ kind: 'nothing_promised' });
    expect(orePerKrone(NONE, 'realised')).toBe(0);
  });

  it('says when nothing came, and when all of it came', () => {
    expect(leakageClaim({ ...NONE, promised: '10', delayed: '10' })).toEqual({ kind: 'nothing_realised' });
    expect(leakageClaim({ ...NONE, promised: '10', realised: '10', takenOut: '5' })).toEqual({
      kind: 'all_realised',
      takenOut: 50,
      confirmed: 0,
    });
  });

  it('never says all for less than all, nor nothing for something', () => {
    expect(orePerKrone({ ...NONE, promised: '100000', realised: '99999' }, 'realised')).toBe(99);
    expect(orePerKrone({ ...NONE, promised: '100000', confirmed: '1' }, 'confirmed')).toBe(1);
  });
});

describe('the benefits behind a bar', () => {
  const item = (benefitId: string, leakage: Partial<Leakage>) =>
    ({ benefitId, leakage: { ...NONE, ...leakage } }) as Parameters<typeof behindStep>[0][number];
  const items = [
    item('a', { realised: '5', budgeted: '5' }),
    item('b', { realised: '9', budgeted: '2' }),
    item('c', { delayed: '-20' }),
    item('d', { delayed: '3' }),
  ];

  it('are those with money in it, most money first', () => {
    expect(behindStep(items, 'delayed').map(({ benefitId }) => benefitId)).toEqual(['c', 'd']);
    expect(behindStep(items, 'notBudgeted').map(({ benefitId }) => benefitId)).toEqual(['b']);
    expect(behindStep(items, null)).toBe(items);
  });

  it('have amounts that add up to it', () => {
    const sum = items.reduce((all, { leakage }) => all + amountOf(leakage, 'notBudgeted'), 0n);
    expect(sum).toBe(7n);
  });
});
