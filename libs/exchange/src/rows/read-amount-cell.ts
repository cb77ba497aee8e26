import { type DecimalSign, readMoney } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';
import type { MoneyMapping } from '../mapping/import-mapping';
import { signFits } from '../mapping/money-of-column';
import { isBenefitTarget, isCostTarget, type MoneyTarget } from '../targets/import-target';
import { absentCell, BLANK, type CellReading, unreadable, valueOf } from './cell-reading';

/** Amounts have at most 18 digits of minor units: what contract and database hold. */
const TOO_LARGE = 10n ** 18n;

/**
 * Reads an amount to minor units of the column's currency; negative when the source is, except for costs. A stored
 * number is taken as it is, a text by the decimal sign; a unit or currency in the cell itself counts, and another
 * currency than the column's leaves the field empty.
 */
export function readAmountCell(
  cell: Cell,
  target: MoneyTarget,
  money: MoneyMapping,
  decimal: DecimalSign,
): CellReading<bigint> {
  const text = textOf(cell).trim();
  const absent = absentCell(text, 'value');
  if (absent) return absent;
  const reading = readMoney(text, {
    decimal: typeof cell === 'object' ? 'point' : decimal,
    currency: money.currency,
    unit: money.scale === 'one' ? undefined : money.scale,
  });
  switch (reading.kind) {
    case 'empty':
      return BLANK;
    case 'not-a-number':
      return unreadable(text, 'not_a_number', { instead: reading.suggestion });
    case 'ambiguous': {
      const [first, second] = reading.readings;
      return unreadable(text, 'ambiguous_number', { params: { first, second } });
    }
    case 'money':
      if (reading.currency && !signFits(reading.currency, money.currency)) {
        return unreadable(text, 'currency_differs', { params: { found: reading.currency, expected: money.currency } });
      }
      if (reading.minor >= TOO_LARGE || reading.minor <= -TOO_LARGE) return unreadable(text, 'amount_too_large');
      if (reading.minor < 0n && isCostTarget(target)) return unreadable(text, 'negative_cost');
      return valueOf(
        reading.minor,
        ...(reading.minor < 0n && isBenefitTarget(target) ? [{ code: 'negative_benefit' as const }] : []),
        ...(reading.rounded ? [{ code: 'rounded' as const }] : []),
      );
  }
}
