import type { CalendarDate } from '@hoest/quantities';

/** What the accounts have on one account, cost centre and month; several booked lines may be one such line. */
export interface ActualLine {
  account: string;
  /** Null when the source has none. */
  costCentre: string | null;
  /** First day of the month. */
  month: CalendarDate;
}

/** "What is booked there belongs to this benefit." */
export interface MatchingRule {
  /** Null for the benefit's own account, which is a rule nobody had to make. */
  id: string | null;
  benefitId: string;
  account: string;
  /** `prefix`: every account that begins so. */
  match: 'exact' | 'prefix';
  /** Null = every cost centre, and lines without one. */
  costCentre: string | null;
  /** First month it holds in; null = since ever. */
  validFrom: CalendarDate | null;
  /** First month it no longer holds in; null = until further notice. */
  validTo: CalendarDate | null;
}

export type LineMatch =
  | { kind: 'matched'; benefitId: string; ruleId: string | null }
  | { kind: 'unmatched' }
  /** Several rules are equally close and name different benefits; a person must say. Ids in order. */
  | { kind: 'ambiguous'; benefitIds: string[] };

export type MatchKind = LineMatch['kind'];
export const MATCH_KINDS = ['unmatched', 'ambiguous', 'matched'] as const satisfies readonly MatchKind[];

/** The rule a benefit's own account is: exactly that account, at its cost centre or, without one, at every cost centre. */
export function ownAccountRule(benefit: {
  benefitId: string;
  account: string;
  costCentre: string | null;
}): MatchingRule {
  return { ...benefit, id: null, match: 'exact', validFrom: null, validTo: null };
}

/** Letter case and white space do not make another account: systems export the same one differently. */
const comparable = (text: string | null) => (text ?? '').replace(/\s+/g, '').toLowerCase();

const holdsIn = ({ validFrom, validTo }: Pick<MatchingRule, 'validFrom' | 'validTo'>, month: CalendarDate) =>
  (validFrom === null || validFrom <= month) && (validTo === null || month < validTo);

function fits(rule: MatchingRule, line: ActualLine): boolean {
  const [account, wanted] = [comparable(line.account), comparable(rule.account)];
  const atAccount = rule.match === 'exact' ? account === wanted : account.startsWith(wanted);
  const atCentre = rule.costCentre === null || comparable(rule.costCentre) === comparable(line.costCentre);
  return atAccount && atCentre && holdsIn(rule, line.month);
}

/** How close a rule is: longer account, then the exact account, then a cost centre, then what a person decided. */
const closeness = ({ account, match, costCentre, id }: MatchingRule): readonly number[] => [
  comparable(account).length,
  match === 'exact' ? 1 : 0,
  costCentre === null ? 0 : 1,
  id === null ? 0 : 1,
];

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * The benefit a line belongs to: the one the closest rule names. Equally close rules that name different benefits leave the
 * line ambiguous, and no rule leaves it unmatched; neither is ever guessed. Order of the rules does not matter.
 */
export function matchLine(line: ActualLine, rules: readonly MatchingRule[]): LineMatch {
  let closest: MatchingRule[] = [];
  for (const rule of rules) {
    if (!fits(rule, line)) continue;
    const [best] = closest;
    const difference = best ? compare(closeness(rule), closeness(best)) : 1;
    if (difference > 0) closest = [rule];
    else if (difference === 0) closest.push(rule);
  }
  const benefitIds = [...new Set(closest.map(({ benefitId }) => benefitId))].sort();
  const [benefitId] = benefitIds;
  if (benefitId === undefined) return { kind: 'unmatched' };
  if (benefitIds.length > 1) return { kind: 'ambiguous', benefitIds };
  const ruleIds = closest.map(({ id }) => id).filter((id) => id !== null);
  return { kind: 'matched', benefitId, ruleId: ruleIds.sort()[0] ?? null };
}

/** Matches many lines; rules are looked at once per account, however many months and cost centres it has. */
export function lineMatcher(rules: readonly MatchingRule[]): (line: ActualLine) => LineMatch {
  const byAccount = new Map<string, MatchingRule[]>();
  return (line) => {
    const account = comparable(line.account);
    let candidates = byAccount.get(account);
    if (!candidates) {
      candidates = rules.filter(({ account: wanted, match }) =>
        match === 'exact' ? comparable(wanted) === account : account.startsWith(comparable(wanted)),
      );
      byAccount.set(account, candidates);
    }
    return matchLine(line, candidates);
  };
}

/** Whether two rules say different things about the same lines with the same right: then neither could ever win. */
export function rulesCollide(a: MatchingRule, b: MatchingRule): boolean {
  const sameLines =
    a.match === b.match &&
    comparable(a.account) === comparable(b.account) &&
    (a.costCentre === null) === (b.costCentre === null) &&
    comparable(a.costCentre) === comparable(b.costCentre);
  const meet =
    (a.validTo === null || (b.validFrom ?? '') < a.validTo) && (b.validTo === null || (a.validFrom ?? '') < b.validTo);
  return sameLines && meet;
}
