import type { GroupRow } from './ledger-rows';

/** What the contract says about one benefit's months. */
export interface MonthLine {
  benefitId: string;
  /** Minor units as digits; null = no money that month. */
  values: readonly (string | null)[];
  /** m = measured, n = not measured, d = not due, – = no month. */
  statuses: string;
}

export type MonthMark = 'measured' | 'not_measured' | 'not_due' | 'none';

const MARKS: Record<string, MonthMark> = { m: 'measured', n: 'not_measured', d: 'not_due' };

/**
 * One figure per benefit and month. A month's sum is made when it is first looked at: of thousands of benefits and sixty
 * months only what is in view is ever added.
 */
export class MonthTable {
  private readonly lines: ReadonlyMap<string, MonthLine>;
  private readonly sums = new Map<string, (bigint | undefined)[]>();

  constructor(
    /** First days of the months, in order. */
    readonly months: readonly string[],
    lines: readonly MonthLine[],
    private readonly totals: readonly string[],
    /** Which figure of the ledger the amounts are. */
    readonly figure: string,
  ) {
    this.lines = new Map(lines.map((line) => [line.benefitId, line]));
  }

  /** Minor units; null = no money that month. */
  value(benefitId: string, month: number): bigint | null {
    const digits = this.lines.get(benefitId)?.values[month];
    return digits == null ? null : BigInt(digits);
  }

  mark(benefitId: string, month: number): MonthMark {
    return MARKS[this.lines.get(benefitId)?.statuses[month] ?? ''] ?? 'none';
  }

  groupSum(group: Pick<GroupRow, 'groupId' | 'benefits'>, month: number): bigint {
    const known = this.sums.get(group.groupId) ?? [];
    this.sums.set(group.groupId, known);
    return (known[month] ??= group.benefits.reduce((sum, { id }) => sum + (this.value(id, month) ?? 0n), 0n));
  }

  /** Whether a zero may mean that nobody measured: in the figure that measurements give alone. */
  get saysMeasured(): boolean {
    return this.figure === 'realised';
  }

  total(month: number): bigint {
    return BigInt(this.totals[month] ?? 0);
  }
}
