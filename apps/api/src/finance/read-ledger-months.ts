import { type ledgerRoutes, MONTH_MARKS } from '@hoest/contracts';
import { amountsByMonth, type Rung } from '@hoest/finance';
import { lastClosedMonth, type LedgerFactsRow, readLedgerFacts } from '@hoest/persistence';
import { addMonths } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { amountsInTerms, monthsInTerms } from './ledger-lines';
import { type LedgerTerms, ledgerTerms, termsAnswer } from './ledger-terms';

type Call = CallOf<typeof ledgerRoutes.readLedgerMonths>;
type Figure = Call['query']['figure'];

const RUNG_OF: Partial<Record<Figure, Rung>> = {
  qualityAssured: 'quality_assured',
  budgeted: 'budgeted',
  takenOut: 'taken_out',
  confirmed: 'confirmed',
};

/** One figure of a row by month, signed; months without money are absent. */
function byMonth(row: LedgerFactsRow, figure: Figure, terms: LedgerTerms): Map<string, bigint> {
  const sign = BigInt(row.polarity);
  const rung = RUNG_OF[figure];
  if (rung) {
    const amounts = amountsByMonth(amountsInTerms(row, terms));
    return new Map([...amounts].map(([month, columns]) => [month, sign * columns[rung]]));
  }
  const side = figure === 'planned' ? 'planned' : 'realised';
  return new Map(monthsInTerms(row, terms).map((month) => [month.month, sign * month[side]]));
}

/** One figure of the ledger per benefit and month. */
export async function readLedgerMonths({ tx, query }: Call) {
  const terms = await ledgerTerms(tx, query, query.months);
  const months = Array.from({ length: query.months }, (_, index) => addMonths(`${query.year}-01-01`, index));
  const rows = await readLedgerFacts(tx, terms.question);
  const totals = months.map(() => 0n);
  const items = rows.map((row) => {
    const values = byMonth(row, query.figure, terms);
    const statuses = new Map(row.months.map(({ month, status }) => [month, MONTH_MARKS[status]]));
    return {
      benefitId: row.benefitId,
      values: months.map((month, index) => {
        const value = values.get(month) ?? null;
        if (value !== null) totals[index] = (totals[index] ?? 0n) + value;
        return value;
      }),
      statuses: months.map((month) => statuses.get(month) ?? '-').join(''),
    };
  });
  return {
    figure: query.figure,
    months,
    closedThrough: await lastClosedMonth(tx),
    items,
    totals,
    ...termsAnswer(terms),
  };
}
