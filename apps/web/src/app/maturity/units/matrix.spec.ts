import type { Maturity } from '@hoest/contracts';
import { cellOf, columnsOf, defaultView, weakest } from './matrix';

type Unit = Maturity['units'][number];
const unit = (
  unitName: string,
  indicators: Partial<Unit['indicators'][number]>[],
  grScore: number | null = null,
): Unit => ({
  unitId: unitName,
  unitName,
  initiatives: 3,
  themes: [{ id: 'gr', score: grScore, level: grScore === null ? null : 3, valued: 5 }],
  indicators: indicators.map((one) => ({ id: '', status: 'ok', score: null, level: null, n: 0, minN: 5, ...one })),
});

const units = [
  unit('A', [
    { id: 'gr.baseline-before', score: 50, level: 3, n: 8 },
    { id: 'gr.realisation-rate', status: 'insufficient_n', n: 2 },
  ]),
  unit('B', [
    { id: 'gr.baseline-before', score: 12, level: 1, n: 9 },
    { id: 'gr.realisation-rate', score: 60, level: 4, n: 6 },
  ]),
];

describe('the matrix of units', () => {
  it('shows a theme whose indicators have scores when no unit has a whole theme', () => {
    expect(defaultView(units)).toBe('gr');
    expect(defaultView([...units, unit('C', [], 52)])).toBe('themes');
    expect(defaultView([])).toBe('themes');
  });

  it('tells too few from none, and neither from zero', () => {
    const [first] = units;
    expect(cellOf(first!, 'gr', 'gr.realisation-rate').absence).toEqual({ kind: 'few', n: 2, min: 5 });
    expect(cellOf(first!, 'gr', 'gr.persistence').absence).toEqual({ kind: 'none', n: 0, min: 0 });
    expect(cellOf(first!, 'themes', 'gr').absence).toEqual({ kind: 'basis', n: 5, min: 0 });
    expect(cellOf(first!, 'gr', 'gr.baseline-before')).toEqual({ level: 3, score: 50, absence: null });
  });

  it('asks units only what units can be asked', () => {
    expect(columnsOf('dl').map(({ id }) => id)).toEqual(['dl.owner-in-line', 'dl.leader-spread']);
  });

  it('names the weakest place only when it stands alone', () => {
    expect(weakest(units, 'gr')?.unit.unitName).toBe('B');
    expect(weakest(units, 'op')).toBeNull();
  });
});
