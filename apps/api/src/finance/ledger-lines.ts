import { realisationRate } from '@hoest/benefits';
import {
  type LedgerAmount,
  ledgerLine,
  type LedgerLine,
  type LedgerMonthFacts,
  rungOf,
  sumLines,
} from '@hoest/finance';
import type { LedgerFactsRow } from '@hoest/persistence';
import { Decimal, roundToWhole } from '@hoest/quantities';
import { inTerms, type LedgerTerms } from './ledger-terms';

const yearOf = (month: string) => Number(month.slice(0, 4));

/** Months of a row in the prices asked for; each is converted on its own, so that sums are sums of parts. */
export function monthsInTerms(row: LedgerFactsRow, terms: LedgerTerms): LedgerMonthFacts[] {
  return row.months.map((month) => {
    const year = yearOf(month.month);
    const measuredIn = row.measuredInMoney ? null : row.priceYear;
    return {
      ...month,
      planned: inTerms(terms, BigInt(month.planned), year, row.priceYear),
      realised: inTerms(terms, BigInt(month.realised), year, measuredIn),
    };
  });
}

/** Amounts of the ladder in the prices asked for. */
export function amountsInTerms(row: LedgerFactsRow, terms: LedgerTerms): LedgerAmount[] {
  return row.amounts.map(({ rung, monthFrom, monthTo, amountMinor, priceYear }) => ({
    rung: rung === 'disputed' ? rung : rungOf(rung),
    monthFrom,
    monthTo,
    amountMinor: inTerms(terms, BigInt(amountMinor), yearOf(monthFrom), priceYear),
  }));
}

/** A line of the ledger with what is expected of the whole year. */
export interface ForecastLine extends LedgerLine {
  forecast: bigint;
}

/**
 * What the year is expected to bring: realised without what is disputed, and what has not come due at the rate of everything that has (F12 b); the plan
 * itself while nothing has.
 */
function forecastOf(row: LedgerFactsRow, months: readonly LedgerMonthFacts[], line: LedgerLine): bigint {
  const open = months.reduce((sum, month) => (month.due ? sum : sum + month.planned), 0n);
  const rate = realisationRate([row.plannedToDate], [row.realisedToDate]);
  const factor = rate.kind === 'not-computable' ? new Decimal(1) : rate.rate;
  return line.realised + BigInt(row.polarity) * roundToWhole(factor.times(open.toString()));
}

export function lineOf(row: LedgerFactsRow, terms: LedgerTerms): ForecastLine {
  const months = monthsInTerms(row, terms);
  const line = ledgerLine({
    polarity: row.polarity,
    months,
    amounts: amountsInTerms(row, terms),
    through: terms.through,
  });
  return { ...line, forecast: forecastOf(row, months, line) };
}

export function totalOf(lines: readonly ForecastLine[]): ForecastLine {
  return { ...sumLines(lines), forecast: lines.reduce((sum, { forecast }) => sum + forecast, 0n) };
}

/** A line as the contract writes it. */
export function figuresAnswer(line: ForecastLine) {
  const { year, ...figures } = line;
  return {
    ...figures,
    qualityAssuredYear: year.quality_assured,
    budgetedYear: year.budgeted,
    takenOutYear: year.taken_out,
    confirmedYear: year.confirmed,
  };
}
