import type { Overview } from '@hoest/contracts';
import { curveFigures, curveGap } from './curve-figures';

type Curve = Overview['curve'];
/** A curve from accumulated sums; `realised` ends before `planned` does. */
const curve = (planned: number[], realised: number[]): Curve =>
  planned.map((sum, index) => ({
    month: `2026-${String(index + 1).padStart(2, '0')}-01`,
    planned: String(sum),
    realised: realised[index] === undefined ? null : String(realised[index]),
    forecast: index >= realised.length - 1 && realised.length > 0 ? String(sum) : null,
  }));
const claim = (planned: number[], realised: number[]) => curveFigures(curve(planned, realised)).claim;

describe('what the accumulated curve proves', () => {
  it('counts the months the plan is ahead, and tells that the distance grows', () => {
    const planned = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    expect(claim(planned, [10, 19, 28, 36, 42, 48, 52, 56])).toEqual({ kind: 'late', months: 3, trend: 'growing' });
  });

  it('tells that the distance shrinks', () => {
    expect(claim([50, 60, 70, 80, 90, 100, 110, 120], [10, 30, 50, 70, 85, 94, 99, 104])).toMatchObject({
      trend: 'shrinking',
    });
  });

  it('makes no claim while nothing is due or nothing was promised', () => {
    expect(claim([10, 20], [])).toEqual({ kind: 'none' });
    expect(claim([0, 0], [0, 0])).toEqual({ kind: 'none' });
  });

  it('knows on plan and ahead', () => {
    expect(claim([10, 20], [10, 20])).toEqual({ kind: 'on_plan' });
    expect(claim([10, 20], [10, 25])).toEqual({ kind: 'ahead' });
  });

  it('is later than the whole curve when nothing of the promised came', () => {
    expect(claim([10, 20, 30], [0, 0, 0])).toMatchObject({ kind: 'late', months: 3 });
  });

  it('puts a month at its end, begins at zero and breaks off where nothing is due', () => {
    const { planned, realised, latest } = curveFigures(curve([10, 20, 30], [5, 12]));
    expect(planned[0]).toEqual({ date: '2026-01-01', value: '0' });
    expect(realised.map(({ value }) => value)).toEqual(['0', '5', '12', null]);
    expect(latest).toEqual({ date: '2026-02-28', planned: 20n, realised: 12n });
    expect(curveGap(latest, String)).toEqual({ date: '2026-02-28', from: '20', to: '12', label: '-8' });
  });
});
