import type { CalendarDate } from '@hoest/quantities';
import {
  type ActualLine,
  lineMatcher,
  type LineMatch,
  MATCH_KINDS,
  type MatchingRule,
  type MatchKind,
} from './matching';

/** What is booked and budgeted on one account, cost centre and month in one currency; null = nothing is stated, never 0. */
export interface ActualGroup extends ActualLine {
  currency: string;
  /** Booked lines behind it. */
  lines: number;
  spentMinor: bigint | null;
  budgetMinor: bigint | null;
}

export interface ActualSum {
  currency: string;
  lines: number;
  spentMinor: bigint | null;
  budgetMinor: bigint | null;
}

/** What a benefit's accounts say about one month. */
export interface BenefitMonth extends ActualSum {
  benefitId: string;
  month: CalendarDate;
}

export interface ActualTotals {
  /** By benefit and month, in that order; currencies apart. */
  months: BenefitMonth[];
  /** By kind of match; currencies apart. Together they are everything that was imported. */
  byMatch: Record<MatchKind, ActualSum[]>;
}

const plus = (a: bigint | null, b: bigint | null) => (a === null ? b : b === null ? a : a + b);

/** What two sums are together; the same when turned round. */
function together(a: ActualSum | undefined, b: ActualSum): ActualSum {
  return {
    currency: b.currency,
    lines: (a?.lines ?? 0) + b.lines,
    spentMinor: plus(a?.spentMinor ?? null, b.spentMinor),
    budgetMinor: plus(a?.budgetMinor ?? null, b.budgetMinor),
  };
}

const inOrder = <Item>(items: Map<string, Item>): Item[] =>
  [...items].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);

/** Sums of actuals per benefit and month, and per kind of match. Each line counts in exactly one of the kinds. */
export function totalActuals(groups: readonly ActualGroup[], rules: readonly MatchingRule[]): ActualTotals {
  const match = lineMatcher(rules);
  const months = new Map<string, BenefitMonth>();
  const kinds = new Map<MatchKind, Map<string, ActualSum>>(MATCH_KINDS.map((kind) => [kind, new Map()]));
  for (const group of groups) {
    const { month, currency } = group;
    const found = match(group);
    const sums = kinds.get(found.kind);
    sums?.set(currency, together(sums.get(currency), group));
    if (found.kind !== 'matched') continue;
    const { benefitId } = found;
    const key = `${benefitId} ${month} ${currency}`;
    months.set(key, { ...together(months.get(key), group), benefitId, month });
  }
  const of = (kind: MatchKind) => inOrder(kinds.get(kind) ?? new Map<string, ActualSum>());
  return {
    months: inOrder(months),
    byMatch: { matched: of('matched'), unmatched: of('unmatched'), ambiguous: of('ambiguous') },
  };
}

/** What is booked on one account and cost centre, where it is matched alike. */
export interface AccountSum extends ActualSum, Pick<ActualLine, 'account' | 'costCentre'> {
  firstMonth: CalendarDate;
  lastMonth: CalendarDate;
  match: LineMatch;
}

const size = ({ spentMinor, budgetMinor }: ActualSum) => {
  const minor = spentMinor ?? budgetMinor ?? 0n;
  return minor < 0n ? -minor : minor;
};

/** Accounts that are matched in the given way, those with most money first, then by name. */
export function accountSums(
  groups: readonly ActualGroup[],
  rules: readonly MatchingRule[],
  kind: MatchKind,
): AccountSum[] {
  const match = lineMatcher(rules);
  const sums = new Map<string, AccountSum>();
  for (const group of groups) {
    const found = match(group);
    if (found.kind !== kind) continue;
    const { account, costCentre, currency, month } = group;
    const key = JSON.stringify([account, costCentre, currency, found]);
    const sum = sums.get(key);
    sums.set(key, {
      ...together(sum, group),
      ...{ account, costCentre, match: found },
      firstMonth: sum && sum.firstMonth < month ? sum.firstMonth : month,
      lastMonth: sum && sum.lastMonth > month ? sum.lastMonth : month,
    });
  }
  return inOrder(sums).sort((a, b) => (size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : 0));
}
