import type { ledgerRoutes } from '@hoest/contracts';
import { realisationRate } from '@hoest/benefits';
import { readLedgerFacts } from '@hoest/persistence';
import { addMonths, Decimal, roundToWhole } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { monthsInTerms } from './ledger-lines';
import { ledgerTerms, termsAnswer } from './ledger-terms';

/** Money of one month over all benefits, signed. */
interface CurveMonth {
  planned: bigint;
  realised: bigint;
  /** Planned that has not come due. */
  open: bigint;
  due: boolean;
}

/**
 * Expected, realised and forecast by month and added up over the year. What has not come due is expected at the rate of what
 * has, over all benefits together (F12 b).
 */
export async function readCurve({ tx, query }: CallOf<typeof ledgerRoutes.readCurve>) {
  const terms = await ledgerTerms(tx, query);
  const rows = await readLedgerFacts(tx, terms.question);
  const months: CurveMonth[] = Array.from({ length: 12 }, () => ({ planned: 0n, realised: 0n, open: 0n, due: false }));
  for (const row of rows) {
    const sign = BigInt(row.polarity);
    for (const month of monthsInTerms(row, terms)) {
      const sums = months[Number(month.month.slice(5, 7)) - 1];
      if (!sums) continue;
      sums.planned += sign * month.planned;
      if (month.due) sums.realised += sign * (month.status === 'measured' ? month.realised : 0n);
      else sums.open += sign * month.planned;
      sums.due ||= month.due;
    }
  }
  const signed = (row: { polarity: 1 | -1 }, digits: string) => BigInt(row.polarity) * BigInt(digits);
  const rate = realisationRate(
    rows.map((row) => signed(row, row.plannedToDate).toString()),
    rows.map((row) => signed(row, row.realisedToDate).toString()),
  );
  const factor = rate.kind === 'not-computable' ? new Decimal(1) : rate.rate;
  const lastDue = months.findLastIndex(({ due }) => due);
  let [plannedToDate, realisedToDate, forecastToDate] = [0n, 0n, 0n];
  const items = months.map(({ planned, realised, open }, index) => {
    const forecast = realised + roundToWhole(factor.times(open.toString()));
    plannedToDate += planned;
    realisedToDate += realised;
    forecastToDate += forecast;
    const past = index <= lastDue;
    return {
      month: addMonths(`${terms.year}-01-01`, index),
      planned,
      realised: past ? realised : null,
      forecast,
      plannedToDate,
      realisedToDate: past ? realisedToDate : null,
      forecastToDate,
    };
  });
  return { asOf: terms.question.asOf, items, ...termsAnswer(terms) };
}
