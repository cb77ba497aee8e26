/**
 * Quantile of the values by linear interpolation between order statistics (type 7, as spreadsheets and R do by default);
 * the order of the values does not matter.
 * @throws RangeError without values or with a probability outside 0–1
 */
export function quantile(values: readonly number[], probability: number): number {
  if (values.length === 0 || !(probability >= 0 && probability <= 1)) {
    throw new RangeError(`no quantile ${probability} of ${values.length} values`);
  }
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const [low, high] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0];
  return low + (high - low) * (position - below);
}

/** First quartile, median, third quartile and their distance. Source: domain rules, section 7, "variation inside" */
export function quartiles(values: readonly number[]): { q1: number; median: number; q3: number; range: number } {
  const [q1, median, q3] = [quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)];
  return { q1, median, q3, range: q3 - q1 };
}

/** z of the two funnel lines: 95 % and 99.8 %. */
export const FUNNEL_Z = { warning: 1.96, alarm: 3.09 } as const;

/**
 * Limits between which a unit of `n` members lies by chance when the whole has proportion `p`, cut at 0 and 1. Outside
 * means "look closer", not "bad". Null for n = 0.
 * Source: domain rules, section 7, funnel plot
 */
export function funnelLimits(p: number, n: number, z: number): { low: number; high: number } | null {
  if (!(p >= 0 && p <= 1) || !(n >= 0)) throw new RangeError(`no funnel for p ${p}, n ${n}`);
  if (n === 0) return null;
  const half = z * Math.sqrt((p * (1 - p)) / n);
  return { low: Math.max(0, p - half), high: Math.min(1, p + half) };
}

export interface VarianceSplit {
  between: number;
  within: number;
  /** between / (between + within), 0–1; null when nothing differs. */
  betweenShare: number | null;
}

/**
 * Whether differences lie between or inside groups: variance of the group means and mean variance inside the groups, each
 * value weighing the same (population variances). Groups without values are left out.
 * Source: domain rules, section 7, "variance split"
 */
export function varianceSplit(groups: readonly (readonly number[])[]): VarianceSplit {
  const filled = groups.filter((group) => group.length > 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = filled.flat();
  if (all.length === 0) return { between: 0, within: 0, betweenShare: null };
  const grand = mean(all);
  const between = filled.reduce((sum, group) => sum + group.length * (mean(group) - grand) ** 2, 0) / all.length;
  const within =
    filled.reduce((sum, group) => {
      const centre = mean(group);
      return sum + group.reduce((inner, value) => inner + (value - centre) ** 2, 0);
    }, 0) / all.length;
  return { between, within, betweenShare: between + within === 0 ? null : between / (between + within) };
}
