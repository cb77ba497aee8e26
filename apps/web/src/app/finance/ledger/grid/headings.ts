import type { Format } from '@hoest/ui';
import type { LedgerStore } from '../ledger-store';
import type { ledgerTexts } from '../ledger-texts';
import type { LedgerColumn } from './columns';

/** The head of a column; the whole year and closed months are said in it. */
export function headingOf(
  column: LedgerColumn,
  store: LedgerStore,
  t: ReturnType<typeof ledgerTexts.inject>,
  format: Format,
): string {
  if (column.kind === 'month') return format.date(column.month, 'month');
  return t(`column.${column.id as Exclude<LedgerColumn, { kind: 'month' }>['id']}`, {
    year: store.yearText(),
  });
}
