import type { MaturityChanges } from '@hoest/contracts';
import fc from 'fast-check';
import { type ChangeRecord, indicatorMovement, mainCause, tenthsThatAddUp, themeMovement } from './movement';

const reason = (en: string) => [{ text: { da: en, en }, fix: null, actor: null }];
const record = (change: Partial<ChangeRecord>): ChangeRecord => ({
  cause: 'edited',
  contribution: 0,
  title: 'A',
  target: null,
  changedAt: null,
  personName: null,
  before: reason('unmeasured'),
  after: reason('measured'),
  ...change,
});

const changes = (records: ChangeRecord[], performance: number, coverage = 0): MaturityChanges => ({
  from: '2026-10-31',
  to: '2026-11-24',
  themes: [
    {
      id: 'gr',
      before: 50,
      after: 50 + performance + coverage,
      parts: [{ indicatorId: 'gr.realisation-rate', performance, coverage }],
    },
  ],
  indicators: [
    {
      indicatorId: 'gr.realisation-rate',
      before: 0.5,
      after: 0.5 + records.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0),
      records,
    },
  ],
});

describe('why a figure moved', () => {
  it('groups records by cause, transition, reason and person, the largest first', () => {
    const { rows, change } = indicatorMovement(
      changes(
        [
          record({ contribution: 0.02, personName: 'Jonas' }),
          record({ contribution: 0.01, title: 'B', personName: 'Jonas' }),
          record({ contribution: 0.005, title: 'C', personName: 'Maja' }),
          record({ cause: 'time', contribution: -0.05, before: null, after: reason('unmeasured') }),
          record({ cause: 'time', contribution: 0.01, after: null }),
        ],
        -1,
      ),
      'gr.realisation-rate',
    );
    expect(change).toBeCloseTo(-0.005, 12);
    expect(rows.map(({ cause, transition, records }) => [cause, transition, records.length])).toEqual([
      ['time', 'entered', 1],
      ['edited', 'stayed', 2],
      ['time', 'left', 1],
      ['edited', 'stayed', 1],
    ]);
  });

  it('adds up to the change of the theme, with the effect of coverage', () => {
    const { rows, change } = themeMovement(
      changes([record({ contribution: 0.04 }), record({ cause: 'time', contribution: -0.06 })], -1.5, 0.4),
      'gr',
      6,
    );
    expect(change).toBeCloseTo(-1.1, 12);
    expect(rows.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(-1.1, 12);
    expect(rows.find(({ cause }) => cause === 'coverage')?.points).toBeCloseTo(0.4, 12);
  });

  it('shows two opposite movements that cancel out', () => {
    const { rows, change } = themeMovement(
      changes([record({ contribution: 0.08 }), record({ cause: 'time', contribution: -0.08 })], 0),
      'gr',
      5,
    );
    expect(change).toBe(0);
    expect(rows.map(({ points }) => points)).toEqual([expect.closeTo(2, 9), expect.closeTo(-2, 9)]);
  });

  it('keeps records without effect apart', () => {
    const { rows, still } = indicatorMovement(changes([record({ contribution: 0 })], 0), 'gr.realisation-rate');
    expect(rows).toEqual([]);
    expect(still).toHaveLength(1);
  });

  it('tells no points where there was no value on one of the days', () => {
    const given = changes([record({ contribution: null })], 0);
    const before: MaturityChanges = { ...given, indicators: given.indicators.map((one) => ({ ...one, before: null })) };
    expect(indicatorMovement(before, 'gr.realisation-rate')).toMatchObject({ change: null, rows: [{ points: null }] });
  });

  it('names the cause that explains most', () => {
    const movement = themeMovement(
      changes([record({ contribution: 0.01 }), record({ cause: 'time', contribution: -0.06 })], -2),
      'gr',
      6,
    );
    expect(mainCause(movement)).toBe('time');
    expect(mainCause({ ...movement, change: 0 })).toBeNull();
  });

  it('rounds a column so that it adds up', () => {
    expect(tenthsThatAddUp([0.14, 0.14, 0.14])).toEqual([0.2, 0.1, 0.1]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 20 }), (values) => {
        const tenths = tenthsThatAddUp(values);
        const total = Math.round(values.reduce((sum, value) => sum + value, 0) * 10);
        expect(tenths.reduce((sum, value) => sum + Math.round(value * 10), 0)).toBe(total + 0);
        tenths.forEach((tenth, index) =>
          expect(Math.abs(tenth - (values[index] ?? 0))).toBeLessThanOrEqual(0.1 + 1e-6),
        );
      }),
    );
  });
});
