import type { Overview } from '@hoest/contracts';
import type { AttentionRow } from '@hoest/persistence';

type Reason = Overview['attention'][number]['reasons'][number];

/** Why an initiative needs attention, gravest first, with the facts for a sentence. */
export function attentionReasons(row: AttentionRow): Reason[] {
  const reasons: Reason[] = [];
  const add = (code: Reason['code'], params: Record<string, string | number | null> = {}) => {
    const stated = Object.entries(params).filter(([, value]) => value !== null);
    reasons.push({ code, params: Object.fromEntries(stated.map(([name, value]) => [name, String(value)])) });
  };
  if (row.status === 'deviation') add('status_deviation');
  if (row.status === 'watch') add('status_watch');
  if (row.lateDays !== null) add('go_live_late', { days: row.lateDays, date: row.goLivePlanned });
  if (row.slipDays !== null) add('go_live_slipped', { days: row.slipDays, date: row.goLivePlanned });
  if (row.notMeasured > 0) add('not_measured', { count: row.notMeasured });
  if (row.ratio !== null) add('below_plan', { ratio: row.ratio });
  if (row.isStale) add('status_stale', { days: row.confirmedDaysAgo });
  if (!row.hasOwner) add('no_owner');
  return reasons;
}
