import { type Overview, type overviewRoutes, TOLD_CHANGES } from '@hoest/contracts';
import {
  type Harvest,
  listAttention,
  listRecentEvents,
  type RecentEvent,
  readHarvest,
  readOverviewScope,
  readWaiting,
  readYearCosts,
  RowNotFound,
  type YearCosts,
} from '@hoest/persistence';
import { fiscalYear } from '@hoest/quantities';
import type { Answer, CallOf } from '../http/handle';
import { attentionReasons } from './attention-reasons';
import { decidableUnits } from './decidable-units';
import { benefitOfYear, type CurvePoint, harvestCurve } from './harvest-curve';
import { waitingList } from './waiting-list';

const MOST_WAITING = 50;

/** The overview of a unit, or of the whole organisation: six questions to the database, put together here. */
export async function readOverview(call: CallOf<typeof overviewRoutes.readOverview>): Promise<Answer<Overview>> {
  const { tx, caller, query } = call;
  const scope = await readOverviewScope(tx, query.unitId ?? null);
  if (!scope) throw new RowNotFound('unit');
  const year = fiscalYear(scope.today);
  const [firstMonth, lastMonth] = [`${year - 2}-01-01`, `${year + 2}-12-01`];
  const harvest = await readHarvest(tx, { ...scope, firstMonth, lastMonth });
  const costs = await readYearCosts(tx, { ...scope, firstYear: year - 2, lastYear: year + 1 });
  const attention = await listAttention(tx, scope);
  const waiting = await readWaiting(tx, {
    ...scope,
    personId: caller.personId,
    decides: decidableUnits(caller, 'decision.record'),
    approves: decidableUnits(caller, 'benefit.approve'),
  });
  const recent = await listRecentEvents(tx, scope.unitId);

  const curve = harvestCurve(harvest.months, firstMonth, lastMonth);
  const waits = waitingList(waiting, scope.today);
  return {
    ...scope,
    asOf: scope.today,
    otherCurrencies: otherCurrencies(scope.currency, harvest, costs),
    harvest,
    attention: attention.map((row) => ({ ...row, reasons: attentionReasons(row) })),
    attentionCount: attention[0]?.total ?? 0,
    dueFromMe: waiting.dueFromMe,
    waiting: waits.slice(0, MOST_WAITING),
    waitingCount: waits.length,
    money: moneyPerYear(year, scope.currency, costs, curve),
    undatedCost: costsOf(null, scope.currency, costs).total,
    curve,
    recent: recent.map((event) => ({ ...event, changes: toldChanges(event) })),
  };
}

function otherCurrencies(own: string, harvest: Harvest, costs: readonly YearCosts[]): string[] {
  const all = new Set([...harvest.otherCurrencies, ...costs.map(({ currency }) => currency)]);
  return [...all].filter((currency) => currency !== own).sort();
}

/** Costs of a year; null = undated ones. */
function costsOf(year: number | null, currency: string, costs: readonly YearCosts[]) {
  const row = costs.find((one) => one.year === year && one.currency === currency);
  const [oneOff, operation] = [BigInt(row?.oneOff ?? 0), BigInt(row?.operation ?? 0)];
  return { oneOff, operation, total: oneOff + operation };
}

function moneyPerYear(thisYear: number, currency: string, costs: readonly YearCosts[], curve: readonly CurvePoint[]) {
  return [thisYear - 2, thisYear - 1, thisYear, thisYear + 1].map((year) => ({
    year,
    ...costsOf(year, currency, costs),
    benefit: benefitOfYear(curve, year),
    isForecast: year >= thisYear,
  }));
}

/** The steps among the changes of an event; everything else stays in the history. */
function toldChanges({ changes }: RecentEvent) {
  const told = TOLD_CHANGES.flatMap((field) => {
    const change = changes[field];
    return change ? [[field, { from: textOrNull(change.from), to: textOrNull(change.to) }] as const] : [];
  });
  return Object.fromEntries(told);
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
