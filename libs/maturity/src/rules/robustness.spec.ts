import type { Theme } from '../themes';
import { robustness } from './robustness';
import type { ThemeIndicator } from './theme-score';

const theme = (id: Theme, ...scores: number[]): ThemeIndicator[] =>
  scores.map((score, index) => ({ id: `${id}.${index}`, star: index === 0, weight: 1, status: 'ok', score }));

const FOUR = {
  dl: theme('dl', 60, 55, 70, 50, 65),
  gr: theme('gr', 35, 40, 30, 20, 50),
  oi: theme('oi', 45, 50, 40, 55, 60),
  op: theme('op', 70, 75, 60, 65, 72),
};

describe('robustness panel', () => {
  it('gives the same panel for the same scores and seed', () => {
    expect(robustness(FOUR)).toEqual(robustness(FOUR));
    expect(robustness(FOUR, 1)).not.toEqual(robustness(FOUR, 2));
  });

  it('does not depend on the order of the indicators', () => {
    const panel = robustness(FOUR);
    const turned = robustness({ ...FOUR, gr: [...FOUR.gr].reverse() });
    expect(turned?.low).toBeCloseTo(panel?.low ?? 0, 9);
    expect(turned?.high).toBeCloseTo(panel?.high ?? 0, 9);
  });

  it('spans a range around the score and names the share of draws with the same level', () => {
    const panel = robustness(FOUR);
    expect(panel?.draws).toBe(500);
    expect(panel?.low).toBeLessThan(panel?.high ?? 0);
    expect(panel?.equalWeights).toBeGreaterThanOrEqual(panel?.low ?? 100);
    expect(panel?.equalWeights).toBeLessThanOrEqual(panel?.high ?? 0);
    expect(panel?.sameLevelShare).toBe(1);
    expect(panel?.arithmetic).toBeCloseTo((60 + 35 + 50 + 68.4) / 4, 6);
  });

  it('leaves each indicator out once, and gives no score where a theme then has too little basis', () => {
    const panel = robustness({ ...FOUR, op: theme('op', 70, 75, 60, 65) });
    expect(panel?.leaveOneOut).toHaveLength(19);
    expect(panel?.leaveOneOut.find(({ id }) => id === 'op.1')?.score).toBeNull();
    expect(panel?.leaveOneOut.find(({ id }) => id === 'gr.4')?.score).not.toBeNull();
  });

  it('says nothing without an overall score', () => {
    expect(robustness({ ...FOUR, op: theme('op', 70) })).toBeNull();
  });
});
