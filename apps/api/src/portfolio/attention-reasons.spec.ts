import type { AttentionRow } from '@hoest/persistence';
import { attentionReasons } from './attention-reasons';

const fine: AttentionRow = {
  initiativeId: 'i',
  code: '2026-001',
  title: 'X',
  unitName: 'U',
  status: 'on_track',
  isStale: false,
  confirmedDaysAgo: 3,
  goLivePlanned: '2026-01-01',
  lateDays: null,
  slipDays: null,
  notMeasured: 0,
  ratio: null,
  hasOwner: true,
  atStake: '0',
  total: 1,
};

describe('reasons for attention', () => {
  it('are none when nothing is wrong', () => {
    expect(attentionReasons(fine)).toEqual([]);
  });

  it('come gravest first, each with the facts of its sentence', () => {
    const row = {
      ...fine,
      status: 'deviation',
      lateDays: 12,
      slipDays: 60,
      notMeasured: 2,
      ratio: '0.6000',
      hasOwner: false,
    };
    expect(attentionReasons(row)).toEqual([
      { code: 'status_deviation', params: {} },
      { code: 'go_live_late', params: { days: '12', date: '2026-01-01' } },
      { code: 'go_live_slipped', params: { days: '60', date: '2026-01-01' } },
      { code: 'not_measured', params: { count: '2' } },
      { code: 'below_plan', params: { ratio: '0.6000' } },
      { code: 'no_owner', params: {} },
    ]);
  });

  it('says no number of days where a status was never confirmed', () => {
    const stale = { ...fine, status: 'unknown', isStale: true };
    expect(attentionReasons(stale)).toEqual([{ code: 'status_stale', params: { days: '3' } }]);
    expect(attentionReasons({ ...stale, confirmedDaysAgo: null })).toEqual([{ code: 'status_stale', params: {} }]);
  });
});
