/** What one valued indicator brings to the confidence of its theme. */
export interface ConfidencePart {
  /** Members that count. */
  n: number;
  /** Share of contributing records inside their update limit, 0–1; null when its records cannot grow old. */
  freshness: number | null;
}

export const CONFIDENCE_BANDS = ['low', 'medium', 'high'] as const;
export type ConfidenceBand = (typeof CONFIDENCE_BANDS)[number];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How far to trust a figure, 0–100: coverage × precision × freshness, where precision = mean n / (n + 10) and freshness
 * the mean share of records inside their update limit (1 when none of them can grow old). 0 without any value.
 * Source: domain rules, section 7, "confidence"
 */
export function confidence(coverage: number, parts: readonly ConfidencePart[]): number {
  if (parts.length === 0) return 0;
  const precision = mean(parts.map(({ n }) => n / (n + 10)));
  const shares = parts.flatMap(({ freshness }) => freshness ?? []);
  return 100 * coverage * precision * (shares.length === 0 ? 1 : mean(shares));
}

/** Below 40 low, to 70 medium, above 70 high. */
export function confidenceBand(value: number): ConfidenceBand {
  return value < 40 ? 'low' : value <= 70 ? 'medium' : 'high';
}
