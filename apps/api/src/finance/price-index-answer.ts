import type { PriceIndex } from '@hoest/contracts';
import { yearlyChanges } from '@hoest/finance';
import type { PriceIndexRow } from '@hoest/persistence';
import type { Answer } from '../http/handle';

/** Decimals of a yearly rise in the answer: a hundredth of a basis point. */
const RISE_DECIMALS = 6;

/**
 * Estimates with the rise of every year.
 * @param rows every estimate, of one day the one in force first
 */
export function priceIndexAnswers(rows: readonly PriceIndexRow[]): Answer<PriceIndex>[] {
  return rows.map((row, position) => ({
    id: row.id,
    validFrom: row.validFrom,
    source: row.source,
    levels: yearlyChanges(row.levels).map(({ year, level, change }) => ({
      year,
      level,
      change: change?.toDecimalPlaces(RISE_DECIMALS).toFixed() ?? null,
    })),
    recordedAt: row.recordedAt,
    corrected: rows[position - 1]?.validFrom === row.validFrom,
  }));
}
