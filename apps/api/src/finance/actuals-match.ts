import { type LineMatch, type MatchingRule } from '@hoest/finance';
import type { Transaction } from '@hoest/persistence';

/** What a match says to whoever called: names instead of ids. */
export interface MatchAnswer {
  match: LineMatch['kind'];
  benefit: { id: string; title: string } | null;
  ruleId: string | null;
  candidates: { id: string; title: string }[];
}

/** Titles of the benefits that rules name. */
export async function titlesOfBenefits(tx: Transaction, ids: Iterable<string>): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; title: string }>(
    `select b.id, b.title from benefit b where b.organisation_id = $1 and b.id = any($2::uuid[])`,
    [tx.organisationId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export const benefitsOf = (rules: readonly MatchingRule[]) => rules.map(({ benefitId }) => benefitId);

export function answerMatch(match: LineMatch, titles: ReadonlyMap<string, string>): MatchAnswer {
  const named = (id: string) => ({ id, title: titles.get(id) ?? '' });
  return {
    match: match.kind,
    benefit: match.kind === 'matched' ? named(match.benefitId) : null,
    ruleId: match.kind === 'matched' ? match.ruleId : null,
    candidates: match.kind === 'ambiguous' ? match.benefitIds.map(named) : [],
  };
}
