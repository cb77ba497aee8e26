import type { LedgerItem } from '@hoest/contracts';
import { reachesBudgets } from '@hoest/finance';
import type { LedgerFactsRow } from '@hoest/persistence';
import { type ForecastLine, lineOf } from './ledger-lines';
import type { LedgerTerms } from './ledger-terms';

/** A line is marked as below plan when it is more than a quarter short. Source: visual language, ledger */
const SHORT_BY = 4n;

interface Status {
  code: LedgerItem['status']['code'];
  amount: bigint | null;
  month: string | null;
}

/**
 * The one thing to know about a line, the most pressing first: a dispute, money that is late, measurements that are missing, money
 * budgeted and not taken out though the months and their grace are over, claims waiting, a shortfall; else how far it is confirmed.
 */
export function ledgerStatus(row: LedgerFactsRow, line: ForecastLine, terms: LedgerTerms): Status {
  const missing = row.months.find(({ due, delayed, status }) => due && !delayed && status !== 'measured');
  const { leakage } = line;
  const size = (amount: bigint) => amount * BigInt(row.polarity);
  if (size(leakage.disputed) > 0n) return { code: 'disputed', amount: leakage.disputed, month: null };
  if (size(leakage.delayed) > 0n) {
    const first = row.months.find(({ due, delayed }) => due && delayed);
    return { code: 'delayed', amount: leakage.delayed, month: first?.month ?? null };
  }
  if (missing) return { code: 'not_measured', amount: leakage.notMeasured, month: missing.month };
  const behind = size(leakage.budgeted - leakage.takenOut) > 0n ? vouchersOwed(row, terms) : 0n;
  if (reachesBudgets(row.class) && size(behind) > 0n) return { code: 'voucher_missing', amount: behind, month: null };
  if (row.waitingCount > 0)
    return { code: 'waiting', amount: BigInt(row.waitingMinor) * BigInt(row.polarity), month: null };
  if (size(leakage.shortfall) * SHORT_BY > size(line.planned)) {
    return { code: 'below_plan', amount: leakage.shortfall, month: null };
  }
  if (size(leakage.confirmed) > 0n)
    return { code: 'confirmed', amount: leakage.confirmed, month: confirmedThrough(row) };
  if (line.planned === 0n && line.realised === 0n) return { code: 'not_due', amount: null, month: null };
  return { code: 'on_track', amount: null, month: terms.through };
}

/** What was budgeted for the months whose grace is over and has not been taken out, signed by polarity. */
function vouchersOwed(row: LedgerFactsRow, terms: LedgerTerms): bigint {
  if (terms.vouchersThrough === null) return 0n;
  const { leakage } = lineOf(row, { ...terms, through: terms.vouchersThrough });
  return leakage.budgeted - leakage.takenOut;
}

/** Last month an amount of the top rung is about. */
function confirmedThrough(row: LedgerFactsRow): string | null {
  return row.amounts.reduce<string | null>(
    (last, { rung, monthTo }) => (rung === 4 && (last === null || monthTo > last) ? monthTo : last),
    null,
  );
}
