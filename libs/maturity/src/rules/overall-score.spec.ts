import fc from 'fast-check';
import { levelOf } from './score';
import { overallScore } from './overall-score';

const themes = (...scores: number[]) => scores.map((score) => ({ score, level: levelOf(score) }));

describe('overall score', () => {
  it('is the geometric mean 50.0997 of 60, 30, 50, 70, with the arithmetic 52.5 beside', () => {
    const overall = overallScore(themes(60, 30, 50, 70));
    expect(overall.score).toBeCloseTo(50.0997, 4);
    expect(overall.arithmetic).toBeCloseTo(52.5, 4);
  });

  it('is 21.4070 for 60, 0, 50, 70: a theme counts as at least 1', () => {
    expect(overallScore(themes(60, 0, 50, 70)).score).toBeCloseTo(21.407, 4);
  });

  it('needs all four themes', () => {
    expect(overallScore([...themes(60, 30, 50), { score: null, level: null }])).toEqual({
      status: 'insufficient_basis',
      score: null,
      arithmetic: null,
      level: null,
    });
  });

  it('is at most one level above the lowest theme', () => {
    expect(overallScore(themes(90, 95, 92, 10)).level).toBe(2);
    expect(overallScore(themes(90, 95, 92, 50)).level).toBe(4);
  });

  it('lies between the lowest theme and the arithmetic mean, whatever the order', () => {
    const score = fc.double({ min: 1, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, score, score, (a, b, c, d) => {
        const overall = overallScore(themes(a, b, c, d));
        expect(overall.score ?? 0).toBeGreaterThanOrEqual(Math.min(a, b, c, d) - 1e-9);
        expect(overall.score ?? 0).toBeLessThanOrEqual((overall.arithmetic ?? 0) + 1e-9);
        expect(overallScore(themes(d, c, b, a)).score).toBeCloseTo(overall.score ?? 0, 9);
      }),
    );
  });
});
