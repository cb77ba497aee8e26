import type { ledgerRoutes } from '@hoest/contracts';
import { lastClosedMonth, readLedgerCurrencies, readLedgerFacts, type Transaction } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { figuresAnswer, lineOf, totalOf } from './ledger-lines';
import { ledgerStatus } from './ledger-status';
import { ledgerTerms, termsAnswer } from './ledger-terms';

type Query = CallOf<typeof ledgerRoutes.readLedger>['query'];

/** The ledger of one year: a line per benefit, and what the lines add up to. */
export async function readLedger(tx: Transaction, query: Query) {
  const terms = await ledgerTerms(tx, query);
  const rows = await readLedgerFacts(tx, terms.question);
  const lines = rows.map((row) => ({ row, line: lineOf(row, terms) }));
  return {
    asOf: terms.question.asOf,
    through: terms.through,
    closedThrough: await lastClosedMonth(tx),
    closed: terms.question.closed,
    items: lines.map(({ row, line }) => ({
      ...row,
      year: terms.year,
      ...figuresAnswer(line),
      status: ledgerStatus(row, line, terms),
    })),
    totals: figuresAnswer(totalOf(lines.map(({ line }) => line))),
    otherCurrencies: await readLedgerCurrencies(tx, terms.question),
    recalculating: await isRecalculating(tx),
    ...termsAnswer(terms),
  };
}

/** Whether money per month is being worked out anew somewhere in the organisation. */
async function isRecalculating(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ busy: boolean }>(
    `select exists (select from maturity_wanted w left join maturity_done d on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind
       and d.scope_id = w.scope_id where w.organisation_id = $1 and w.scope_kind = 'initiative' and coalesce(d.v, 0) < w.v) as busy`,
    [tx.organisationId],
  );
  return row?.busy ?? false;
}
