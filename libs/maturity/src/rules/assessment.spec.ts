import { CATALOGUE } from '../catalogue';
import { INDICATORS } from '../indicators';
import { assess } from './assessment';
import type { MemberSums } from './indicator-value';

const full = (indicatorId: string): MemberSums => ({
  indicatorId,
  n: 20,
  numerator: '14',
  denominator: '20',
  missing: 0,
  exempt: 0,
  best: '0.75',
  dated: 10,
  fresh: 9,
});

describe('assessment of a scope', () => {
  const assessment = assess(
    INDICATORS.map(({ id }) => full(id)),
    true,
    true,
  );

  it('asks all 36 indicators, the ones not computed answering "no data"', () => {
    expect(assessment.indicators.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(assessment.indicators.filter(({ available }) => available)).toHaveLength(13);
    expect(assessment.indicators.filter(({ available, status }) => !available && status === 'no_data')).toHaveLength(
      23,
    );
  });

  it('scores the benefit theme, whose six of nine indicators are computed, at most at level 3', () => {
    const benefit = assessment.themes.find(({ id }) => id === 'gr');
    expect(benefit).toMatchObject({ status: 'ok', valued: 6, counted: 9, level: 3 });
    expect(benefit?.coverage).toBeCloseTo(6 / 9, 6);
  });

  it('says "insufficient basis" for the other themes and overall', () => {
    for (const id of ['dl', 'oi', 'op'] as const) {
      expect(assessment.themes.find((theme) => theme.id === id)?.status).toBe('insufficient_basis');
    }
    expect(assessment.overall).toMatchObject({ status: 'insufficient_basis', score: null, robustness: null });
    expect(assessment.overall.coverage).toBeCloseTo(13 / 36, 6);
  });

  it('finds nothing to say about an empty organisation but that it has no strategy', () => {
    const empty = assess([], true);
    expect(empty.indicators.filter(({ status }) => status === 'ok').map(({ id, value }) => [id, value])).toEqual([
      ['dl.strategy-anchored', 0],
    ]);
    expect(empty.themes.every(({ status }) => status === 'insufficient_basis')).toBe(true);
  });
});
