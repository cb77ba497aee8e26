import type { MatchingRule as RuleAnswer } from '@hoest/contracts';
import { type ActualGroup, lineMatcher, type MatchingRule, rulesCollide } from '@hoest/finance';
import { loadActualGroups, loadMatchingRules, type Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { Answer } from '../http/handle';
import { benefitsOf, titlesOfBenefits } from './actuals-match';

/** How many booked lines each rule matches: by rule, and for a benefit's own account by benefit. */
function countLines(groups: readonly ActualGroup[], rules: readonly MatchingRule[]): Map<string, number> {
  const matchOf = lineMatcher(rules);
  const counts = new Map<string, number>();
  for (const group of groups) {
    const match = matchOf(group);
    if (match.kind !== 'matched') continue;
    const key = match.ruleId ?? match.benefitId;
    counts.set(key, (counts.get(key) ?? 0) + group.lines);
  }
  return counts;
}

interface Stored {
  id: string;
  createdByName: string | null;
  createdAt: Date;
  version: number;
}

/** Every rule, remembered and own, by account. */
export async function readMatchingRules(tx: Transaction) {
  const rules = await loadMatchingRules(tx);
  const counts = countLines(await loadActualGroups(tx), rules);
  const titles = await titlesOfBenefits(tx, benefitsOf(rules));
  const stored = await tx.query<Stored>(
    `select r.id, p.name as "createdByName", r.created_at as "createdAt", r.version from finance_matching_rule r
      left join person p on p.organisation_id = r.organisation_id and p.id = r.created_by where r.organisation_id = $1`,
    [tx.organisationId],
  );
  const facts = new Map(stored.map((row) => [row.id, row]));
  const byAccount = [...rules].sort(
    (a, b) => a.account.localeCompare(b.account, 'da') || (a.id ?? '').localeCompare(b.id ?? ''),
  );
  const items = byAccount.flatMap(({ id, ...rule }): Answer<RuleAnswer>[] => {
    const row = id === null ? undefined : facts.get(id);
    if (!row) return [];
    return [{ ...rule, ...row, benefitTitle: titles.get(rule.benefitId) ?? '', lines: counts.get(row.id) ?? 0 }];
  });
  const own = byAccount
    .filter(({ id }) => id === null)
    .map(({ benefitId, account, costCentre }) => ({
      ...{ benefitId, account, costCentre },
      benefitTitle: titles.get(benefitId) ?? '',
      lines: counts.get(benefitId) ?? 0,
    }));
  return { items, own };
}

/** One rule that is known to be there. */
export async function readMatchingRule(tx: Transaction, id: string) {
  const rule = (await readMatchingRules(tx)).items.find((one) => one.id === id);
  if (!rule) throw new Error('The matching rule just written is not there');
  return rule;
}

/** Key of the lock under which rules of an organisation are written: two at once could each miss that the other collides. */
const RULES_LOCK = 7_004_130;

/**
 * Refuses a rule that says something about the same lines as another one: neither would ever win.
 * @throws ProblemError
 */
export async function refuseColliding(tx: Transaction, rule: MatchingRule): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1, $2)`, [RULES_LOCK, tx.organisationId]);
  const { validFrom, validTo } = rule;
  if (validFrom !== null && validTo !== null && validTo <= validFrom) {
    throw fieldRefused('/validTo', 'ends_before_start', {
      da: 'Reglen slutter, før den begynder. Vælg en senere måned.',
      en: 'The rule ends before it begins. Choose a later month.',
    });
  }
  const others = (await loadMatchingRules(tx)).filter(({ id }) => id !== null && id !== rule.id);
  const other = others.find((one) => rulesCollide(one, rule));
  if (!other) return;
  const title = (await titlesOfBenefits(tx, [other.benefitId])).get(other.benefitId) ?? '';
  throw fieldRefused('/account', 'rule_exists', {
    da: `Der er allerede en regel for kontoen: den hører til »${title}«. Ret den regel, eller afgræns den nye med omkostningssted eller måneder.`,
    en: `There is a rule for the account already: it belongs to “${title}”. Change that rule, or narrow the new one by cost centre or months.`,
  });
}
