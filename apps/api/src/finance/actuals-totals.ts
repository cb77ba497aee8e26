import type { actualRoutes } from '@hoest/contracts';
import { accountSums, totalActuals } from '@hoest/finance';
import { loadActualGroups, loadMatchingRules, lastClosedMonth, type Transaction } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { answerMatch, benefitsOf, titlesOfBenefits } from './actuals-match';

/** Spent and budgeted per benefit and month, and how much of it all is matched. */
export async function readActualTotals({ tx, query }: CallOf<typeof actualRoutes.readActualTotals>) {
  const rules = await loadMatchingRules(tx);
  const { months, byMatch } = totalActuals(await loadActualGroups(tx, query), rules);
  const titles = await titlesOfBenefits(tx, benefitsOf(rules));
  const asked =
    query.benefitId === undefined ? months : months.filter(({ benefitId }) => benefitId === query.benefitId);
  return {
    items: asked.map((month) => ({ ...month, benefitTitle: titles.get(month.benefitId) ?? '' })),
    matches: byMatch,
    closedThrough: await lastClosedMonth(tx),
  };
}

const MOST_TEXTS = 3;

async function textsOfAccounts(tx: Transaction, accounts: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ account: string; costCentre: string | null; texts: string[] }>(
    `select a.account, a.cost_centre as "costCentre", (array_agg(distinct a.text))[1:${MOST_TEXTS}] as texts from finance_actual a
      where a.organisation_id = $1 and a.account = any($2) and a.text is not null group by a.account, a.cost_centre`,
    [tx.organisationId, [...new Set(accounts)]],
  );
  return new Map(rows.map(({ account, costCentre, texts }) => [JSON.stringify([account, costCentre]), texts]));
}

/** Accounts and cost centres by how they are matched: what remains to be matched is a list of these, not of a thousand lines. */
export async function listActualAccounts({ tx, query }: CallOf<typeof actualRoutes.listActualAccounts>) {
  const { match, ...months } = query;
  const rules = await loadMatchingRules(tx);
  const sums = accountSums(await loadActualGroups(tx, months), rules, match);
  const titles = await titlesOfBenefits(tx, benefitsOf(rules));
  const texts = await textsOfAccounts(
    tx,
    sums.map(({ account }) => account),
  );
  return {
    items: sums.map(({ match: found, ...sum }) => ({
      ...sum,
      texts: texts.get(JSON.stringify([sum.account, sum.costCentre])) ?? [],
      ...answerMatch(found, titles),
    })),
  };
}
