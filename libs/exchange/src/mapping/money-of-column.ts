import { readNumber } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';
import { readStatedMoney, type StatedMoney } from '../targets/heading-money';
import type { Assumption, MoneyMapping } from './import-mapping';

/** Currencies that share a sign: a sign says one of these, and which one a person must say. */
const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  kr: ['DKK', 'NOK', 'SEK', 'ISK'],
  $: ['USD', 'CAD', 'AUD', 'NZD'],
};

/** Whether a currency or sign found beside an amount may mean the currency of the column. */
export function signFits(sign: string, currency: string): boolean {
  return sign === currency || (SHARED_SIGNS[sign]?.includes(currency) ?? false);
}

/** The commonest currency or sign beside the amounts of a column. */
function currencyInCells(cells: readonly Cell[]): string | undefined {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const reading = readNumber(textOf(cell), { decimal: 'point' });
    const sign = reading.kind === 'number' ? reading.currency : undefined;
    if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function certainCurrency(sign: string | undefined, preferred: string): { currency: string; assumed: boolean } {
  if (sign === undefined) return { currency: preferred, assumed: true };
  const shared = SHARED_SIGNS[sign];
  if (!shared) return { currency: sign, assumed: false };
  // In an organisation that keeps its books in kroner, "kr" means those kroner; "$" always is a question.
  if (shared.includes(preferred)) return { currency: preferred, assumed: false };
  return { currency: shared[0] ?? preferred, assumed: true };
}

/**
 * Unit, currency and year of a column of amounts: what its heading says, else what stands above the table, else (for the
 * currency) the signs in its cells, else the organisation's currency. What was assumed is named.
 */
export function moneyOfColumn(
  heading: string,
  cells: readonly Cell[],
  above: StatedMoney,
  preferredCurrency: string,
): { money: MoneyMapping; assumptions: Assumption[] } {
  const stated = readStatedMoney(heading);
  const inCells = currencyInCells(cells);
  const sign = stated.currency ?? inCells ?? above.currency;
  const { currency, assumed } = certainCurrency(sign, preferredCurrency);
  const scale = stated.scale ?? above.scale;
  const assumptions: Assumption[] = [];
  if (assumed) assumptions.push('currency');
  // A currency in heading or cells without a unit says whole units; nothing at all says nothing.
  if (!scale && !stated.currency && !inCells) assumptions.push('scale');
  return {
    money: {
      scale: scale ?? 'one',
      currency,
      year: stated.year ?? null,
      priceYear: stated.priceYear ?? above.priceYear ?? null,
    },
    assumptions,
  };
}
