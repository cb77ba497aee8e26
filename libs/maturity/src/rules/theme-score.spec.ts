import fc from 'fast-check';
import { INDICATOR_STATUSES } from '../indicator-definition';
import { themeScore, type ThemeIndicator } from './theme-score';

let next = 0;
const ok = (score: number, star = false): ThemeIndicator => ({
  id: `x.${String(next++).padStart(3, '0')}`,
  star,
  weight: 1,
  status: 'ok',
  score,
});
const none = (status: ThemeIndicator['status'], star = false): ThemeIndicator => ({
  ...ok(0, star),
  status,
  score: null,
});

describe('theme score', () => {
  it('is 50.0 at coverage 0.6667 for 80, 40, 60, 20 with one N/A, one without data and one too few', () => {
    const theme = themeScore([
      ok(80),
      ok(40, true),
      ok(60),
      ok(20),
      none('not_applicable'),
      none('no_data'),
      none('insufficient_n'),
    ]);
    expect(theme.score).toBeCloseTo(50, 4);
    expect(theme.coverage).toBeCloseTo(0.6667, 4);
    expect(theme.valued).toBe(4);
    expect(theme.counted).toBe(6);
  });

  it('has an insufficient basis, not 0, below coverage 0.60, below four values or without a cap indicator', () => {
    const insufficient = { status: 'insufficient_basis', score: null, level: null };
    const four = [ok(80), ok(40, true), ok(60), ok(20)];
    expect(themeScore([...four, none('no_data'), none('no_data'), none('no_data')])).toMatchObject(insufficient);
    expect(themeScore(four.slice(0, 3))).toMatchObject(insufficient);
    expect(themeScore([ok(80), ok(40), ok(60), ok(20)])).toMatchObject(insufficient);
    expect(themeScore([])).toMatchObject({ ...insufficient, coverage: 0 });
  });

  it('reaches the coverage limit exactly at 0.60', () => {
    const six = [ok(80), ok(40, true), ok(60), ok(20), ok(50), ok(50)];
    expect(themeScore([...six, ...[1, 2, 3, 4].map(() => none('no_data'))]).status).toBe('ok');
  });

  it('counts a stale self-assessment as a value', () => {
    expect(themeScore([{ ...ok(80), status: 'stale' }, ok(40, true), ok(60), ok(20)]).valued).toBe(4);
  });

  it('is capped at one level above the lowest cap indicator: 72 with a star at level 1 is level 2', () => {
    const low = ok(15, true);
    const theme = themeScore([low, ok(91), ok(91), ok(91)]);
    expect(theme.score).toBeCloseTo(72, 4);
    expect(theme.level).toBe(2);
    expect(theme.cappedBy).toBe(low.id);
  });

  it('is at most level 3 while a cap indicator has no data; the score stays', () => {
    const theme = themeScore([ok(90, true), ok(90), ok(90), ok(90), none('no_data', true)]);
    expect(theme.score).toBeCloseTo(90, 4);
    expect(theme.level).toBe(3);
  });

  it('names no cap when none bites', () => {
    expect(themeScore([ok(70, true), ok(70), ok(70), ok(70)])).toMatchObject({ level: 4, cappedBy: null });
  });

  const indicator = fc.record({
    star: fc.boolean(),
    weight: fc.constantFrom(0.5, 1, 2),
    status: fc.constantFrom(...INDICATOR_STATUSES),
    value: fc.integer({ min: 0, max: 100 }),
  });
  const indicators = fc.array(indicator, { maxLength: 12 }).map((all) =>
    all.map(({ value, ...one }, index): ThemeIndicator => ({
      ...one,
      id: `x.${String(index).padStart(2, '0')}`,
      score: one.status === 'ok' || one.status === 'stale' ? value : null,
    })),
  );

  it('does not depend on the order, lies between its lowest and highest indicator, and covers 0–1', () => {
    fc.assert(
      fc.property(indicators, (all) => {
        const theme = themeScore(all);
        const turned = themeScore([...all].reverse());
        expect({ ...turned, score: null, coverage: 0 }).toEqual({ ...theme, score: null, coverage: 0 });
        expect(turned.coverage).toBeCloseTo(theme.coverage, 12);
        expect(theme.coverage).toBeGreaterThanOrEqual(0);
        expect(theme.coverage).toBeLessThanOrEqual(1);
        if (theme.score === null) return;
        const scores = all.flatMap(({ score }) => score ?? []);
        expect(theme.score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(theme.score).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
      }),
    );
  });

  it('never changes with an indicator that is not applicable', () => {
    fc.assert(
      fc.property(indicators, (all) => {
        expect(themeScore([...all, none('not_applicable')])).toEqual(themeScore(all));
      }),
    );
  });

  it('never falls when one indicator rises', () => {
    fc.assert(
      fc.property(indicators, fc.nat(11), fc.integer({ min: 0, max: 100 }), (all, position, score) => {
        const before = themeScore(all);
        const target = all[position];
        if (!target || target.score === null || score < target.score) return;
        const after = themeScore(all.map((one) => (one === target ? { ...one, score } : one)));
        expect(after.score ?? 0).toBeGreaterThanOrEqual((before.score ?? 0) - 1e-9);
        expect(after.level ?? 0).toBeGreaterThanOrEqual(before.level ?? 0);
      }),
    );
  });
});
