import { lastMonthPastGrace } from '@hoest/benefits';
import type { ledgerRoutes, QueryOf } from '@hoest/contracts';
import { CASH_CLASSES, inPriceLevel, type PriceLevels, type PriceMode } from '@hoest/finance';
import { type LedgerQuestion, loadRow, readPriceLevels, type Transaction, UnitEntity } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import { addDays, earlierDate, endOfMonth, startOfMonth } from '@hoest/quantities';
import { organisationCurrency } from '../organisation/organisation-currency';
import { organisationDay } from '../organisation/organisation-day';

type LedgerQuery = Omit<QueryOf<typeof ledgerRoutes.readLedger>, 'closed'> & { closed?: string | undefined };

/** What every call of the ledger stands under: whose money, which months, which prices. */
export interface LedgerTerms {
  question: LedgerQuestion;
  year: number;
  /** Last month that counts on the rungs; null = none has ended. */
  through: string | null;
  /** Last month whose voucher finance can expect to have: it is over, and its days of grace are too; null = none of the year. */
  vouchersThrough: string | null;
  mode: PriceMode;
  levels: PriceLevels;
  /** Years the index says nothing about, found while converting. */
  unknownYears: Set<number>;
}

/** The last month that is over on a day, within the year; null when none is. */
function lastEndedMonth(asOf: string, year: number): string | null {
  const ended = startOfMonth(addDays(startOfMonth(addDays(asOf, 1)), -1));
  if (ended < `${year}-01-01`) return null;
  return earlierDate(ended, `${year}-12-01`);
}

/** The last month within the year whose grace (F17) is over on a day; null when none is. */
function lastMonthOfVouchers(asOf: string, year: number): string | null {
  const month = earlierDate(lastMonthPastGrace(asOf), `${year}-12-01`);
  return month < `${year}-01-01` ? null : month;
}

async function requireClosed(tx: Transaction, month: string, year: number): Promise<void> {
  const [period] = await tx.query(`select 1 from finance_period where organisation_id = $1 and month = $2`, [
    tx.organisationId,
    month,
  ]);
  if (period && month.startsWith(String(year))) return;
  throw fieldRefused('/query/closed', 'not_closed', {
    da: `${month.slice(0, 7)} er ikke en lukket måned i ${year}. Vælg en lukket måned i regnskabsåret.`,
    en: `${month.slice(0, 7)} is not a closed month of ${year}. Choose a closed month of the year.`,
  });
}

/** Reads a ledger query; `months` = how many from January of the year. */
export async function ledgerTerms(tx: Transaction, query: LedgerQuery, months = 12): Promise<LedgerTerms> {
  const { year } = query;
  const closed = query.closed ?? null;
  if (query.unitId) await loadRow(tx, UnitEntity, query.unitId);
  if (closed) await requireClosed(tx, closed, year);
  const today = await organisationDay(tx);
  const endOfYear = `${year}-12-31`;
  const asOf = closed ? endOfMonth(closed) : earlierDate(today, endOfYear);
  const lastYear = year + Math.ceil(months / 12) - 1;
  return {
    year,
    through: closed ?? lastEndedMonth(asOf, year),
    vouchersThrough: lastMonthOfVouchers(closed ? asOf : today, year),
    mode: query.priceLevel === 'fixed' ? { kind: 'fixed', year: query.priceYear ?? year } : { kind: 'current' },
    levels: await readPriceLevels(tx),
    unknownYears: new Set(),
    question: {
      firstMonth: `${year}-01-01`,
      lastMonth: `${lastYear}-12-01`,
      asOf,
      unitId: query.unitId ?? null,
      currency: query.currency ?? (await organisationCurrency(tx)),
      classes: query.classes === 'cash' ? CASH_CLASSES : null,
      closed,
    },
  };
}

/** An amount in the prices asked for; 0 where the index cannot say, and the year is then named in the answer. */
export function inTerms(terms: LedgerTerms, amountMinor: bigint, year: number, priceYear: number | null): bigint {
  if (amountMinor === 0n) return 0n;
  const converted = inPriceLevel({ amountMinor, year, priceYear }, terms.mode, terms.levels);
  if (converted.kind === 'amount') return converted.amountMinor;
  for (const missing of converted.years) terms.unknownYears.add(missing);
  return 0n;
}

/** What an answer says about its terms. */
export function termsAnswer(terms: LedgerTerms) {
  return {
    year: terms.year,
    currency: terms.question.currency,
    priceLevel: terms.mode.kind,
    priceYear: terms.mode.kind === 'fixed' ? terms.mode.year : null,
    unknownPriceYears: [...terms.unknownYears].sort((a, b) => a - b),
  };
}
