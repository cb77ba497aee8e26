import { officeHour } from './story-calendar';
import { CURRENCY, minorOf, type StoryContext } from './story-context';

/** Pools stand before the benefits that name them. */
export function addPools({ spec, calendar, ids, rows }: StoryContext): void {
  for (const pool of spec.pools) {
    const from = calendar.monthStart(pool.from);
    const at = officeHour(from, 140);
    rows.benefit_pool.push({
      id: ids.of('benefit_pool', pool.key, from),
      created_at: at,
      updated_at: at,
      name: pool.name,
      cost_base: pool.costBase,
      measure: pool.measure,
      period_from: from,
      period_to: null,
      removable_per_month_minor: minorOf(pool.removablePerMonth),
      currency: CURRENCY,
    });
  }
}

/** Agreed shares, by the benefits' titles. */
export function addPoolShares({ spec, ids, rows }: StoryContext): void {
  for (const pool of spec.pools) {
    const poolId = ids.find('benefit_pool', pool.key);
    for (const [title, share] of pool.shares ?? []) {
      const benefit = rows.benefit.find((row) => row.pool_id === poolId && row.title === title);
      if (!benefit) throw new Error(`No benefit "${title}" draws on the pool "${pool.key}"`);
      rows.pool_share.push({ pool_id: poolId, benefit_id: benefit.id, share: share.toFixed(4) });
    }
  }
}
