import type { LedgerItem } from '@hoest/contracts';
import type { Status } from '@hoest/ui';

type Code = LedgerItem['status']['code'];

export interface StatusWords {
  amount: (minor: bigint) => string;
  /** A text of the status, with places `amount`, `planned`, `realised`, `month`, `count`. */
  status: (
    key: Code | 'not_measured.month' | 'confirmed.month',
    params: Readonly<Record<string, string | number>>,
  ) => string;
  /** The end of a month as a short date. */
  monthEnd: (month: string) => string;
  /** From January through a month. */
  through: (month: string) => string;
}

/** Mark of each status; a deviation is what finance or the figures speak against. */
export const STATUS_MARKS: Record<Code, Status> = {
  disputed: 'deviation',
  delayed: 'watch',
  not_measured: 'unknown',
  voucher_missing: 'watch',
  waiting: 'watch',
  below_plan: 'watch',
  confirmed: 'on_track',
  on_track: 'on_track',
  not_due: 'unknown',
};

/** What the last column says: the status with its amount, month or number. */
export function statusText({ status, waitingCount, planned, realised }: LedgerItem, words: StatusWords): string {
  const { code, amount, month } = status;
  const key = month !== null && (code === 'not_measured' || code === 'confirmed') ? (`${code}.month` as const) : code;
  return words.status(key, {
    amount: words.amount(BigInt(amount ?? 0)),
    planned: words.amount(BigInt(planned)),
    realised: words.amount(BigInt(realised)),
    count: waitingCount,
    month: month === null ? '' : code === 'confirmed' ? words.through(month) : words.monthEnd(month),
  });
}
