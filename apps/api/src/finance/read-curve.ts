import type { ledgerRoutes } from '@hoest/contracts';
import { realisationRate } from '@hoest/benefits';
import { acceptedByMonth } from '@hoest/finance';
import { readLedgerFacts } from '@hoest/persistence';
import { addMonths, Decimal, roundToWhole } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { amountsInTerms, monthsInTerms } from './ledger-lines';
import { ledgerTerms, termsAnswer } from './ledger-terms';

/** Money of one month over all benefits, signed. */
interface CurveMonth {
  planned: bigint;
  /** Without what finance disputes, as the ledger counts it. */
  realised: bigint;
  /** Planned that has not come due. */
  open: bigint;
  due: boolean;
}

/**
 * Expected, realised and forecast by month and added up over the year, realised as the ledger says it. What has not come due is expected at the rate of what
 * has, over all benefits together (F12 b).
 */
export async function readCurve({ tx, query }: CallOf<typeof ledgerRoutes.readCurve>) {
  const terms = await ledgerTerms(tx, query);
  const rows = await readLedgerFacts(tx, terms.question);
  const months: CurveMonth[] = Array.from({ length: 12 }, () => ({ planned: 0n, realised: 0n, open: 0n, due: false }));
  const sumsOf = (month: string) => months[Number(month.slice(5, 7)) - 1];
  for (const row of rows) {
    const sign = BigInt(row.polarity);
    const own = monthsInTerms(row, terms);
    for (const month of own) {
      const sums = sumsOf(month.month);
      if (!sums) continue;
      sums.planned += sign * month.planned;
      if (!month.due) sums.open += sign * month.planned;
      sums.due ||= month.due;
    }
    const accepted = acceptedByMonth({
      polarity: row.polarity,
      months: own,
      amounts: amountsInTerms(row, terms),
      through: terms.through,
    });
    for (const [month, amount] of accepted) {
      const sums = sumsOf(month);
      if (sums) sums.realised += amount;
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
