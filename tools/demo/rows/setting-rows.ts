import { PRICE_INDEX_SETTING, type PriceIndexValue } from '@hoest/persistence';
import { Decimal } from '@hoest/quantities';
import { officeHour } from './story-calendar';
import type { StoryContext } from './story-context';

/** Decimals of an index level as published. */
const LEVEL_DECIMALS = 2;

/** Settings with dates: the price and wage index, estimate by estimate. */
export function addSettings({ spec, calendar, ids, rows }: StoryContext): void {
  const thisYear = Number(calendar.today.slice(0, 4));
  for (const { month, source, from, rises } of spec.priceIndexes ?? []) {
    const validFrom = calendar.dayOf(month, 18);
    let level: Decimal = new Decimal(100);
    const levels: Record<number, string> = { [thisYear + from]: level.toString() };
    rises.forEach((rise, position) => {
      level = level.times(new Decimal(rise).dividedBy(100).plus(1));
      levels[thisYear + from + position + 1] = level.toDecimalPlaces(LEVEL_DECIMALS).toFixed();
    });
    const value: PriceIndexValue = { levels, source: source.replace('{year}', validFrom.slice(0, 4)) };
    rows.setting.push({
      id: ids.of('setting', `${PRICE_INDEX_SETTING}/${month}`, validFrom),
      created_at: officeHour(validFrom, 90),
      updated_at: officeHour(validFrom, 90),
      name: PRICE_INDEX_SETTING,
      valid_from: validFrom,
      value: JSON.stringify(value),
    });
  }
}
