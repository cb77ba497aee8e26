import { type CalendarDate, monthsBetween, splitByLargestRemainder } from '@hoest/quantities';

/**
 * An amount about several months as an amount per month, in whole minor units that add up to it exactly: evenly, the øre left over on
 * the first months.
 * @param from first month; @param to last month, not before it
 */
export function spreadOverMonths(
  amountMinor: bigint,
  from: CalendarDate,
  to: CalendarDate,
): { month: CalendarDate; amountMinor: bigint }[] {
  const months = monthsBetween(from, to);
  const parts = splitByLargestRemainder(
    amountMinor,
    months.map(() => 1),
  );
  return months.map((month, index) => ({ month, amountMinor: parts[index] ?? 0n }));
}
