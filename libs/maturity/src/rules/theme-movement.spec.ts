import fc from 'fast-check';
import { explainTheme, type ThemePart } from './theme-movement';

describe('movement of a theme', () => {
  it('from 50 to 46.667: a +4.1667 and +0.5556, b −1.9444, newly measured c −6.1111, in all −3.3333', () => {
    const movement = explainTheme(
      [
        { id: 'a', weight: 1, score: 40 },
        { id: 'b', weight: 1, score: 60 },
      ],
      [
        { id: 'a', weight: 1, score: 50 },
        { id: 'b', weight: 1, score: 60 },
        { id: 'c', weight: 1, score: 30 },
      ],
    );
    expect(movement?.before).toBeCloseTo(50, 4);
    expect(movement?.after).toBeCloseTo(46.6667, 4);
    const rounded = movement?.terms.map(({ id, performance, coverage }) => [
      id,
      performance.toFixed(4),
      coverage.toFixed(4),
    ]);
    expect(rounded).toEqual([
      ['a', '4.1667', '0.5556'],
      ['b', '0.0000', '-1.9444'],
      ['c', '0.0000', '-6.1111'],
    ]);
    const coverage = movement?.terms.reduce((sum, term) => sum + term.coverage, 0);
    expect(coverage).toBeCloseTo(-7.5, 4);
  });

  it('says nothing when the theme had no value on one of the dates', () => {
    expect(explainTheme([], [{ id: 'a', weight: 1, score: 40 }])).toBeNull();
  });

  const part = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    weight: fc.integer({ min: 1, max: 4 }),
    score: fc.integer({ min: 0, max: 100 }),
  });
  const theme = fc.uniqueArray(part, { selector: (one: ThemePart) => one.id, minLength: 1 });

  it('adds up to the change and does not depend on the order', () => {
    fc.assert(
      fc.property(theme, theme, (before, after) => {
        const movement = explainTheme(before, after);
        const sum = (movement?.terms ?? []).reduce((total, term) => total + term.performance + term.coverage, 0);
        expect(sum).toBeCloseTo((movement?.after ?? 0) - (movement?.before ?? 0), 9);
        const turned = explainTheme([...before].reverse(), [...after].reverse());
        expect(turned?.terms.map(({ id }) => id)).toEqual(movement?.terms.map(({ id }) => id));
      }),
    );
  });
});
