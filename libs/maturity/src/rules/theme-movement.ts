/** One indicator with a value in its theme on one date. */
export interface ThemePart {
  id: string;
  weight: number;
  /** 0–100. */
  score: number;
}

export interface ThemeTerm {
  id: string;
  /** The indicator's own change, at the mean of its two shares of the theme. */
  performance: number;
  /** The change of its share, because it or others gained or lost a value. */
  coverage: number;
}

export interface ThemeMovement {
  before: number;
  after: number;
  /** All `performance` and `coverage` together are `after` − `before`. */
  terms: ThemeTerm[];
}

/**
 * Why a theme moved: indicator i contributes w̄·Δs (performance) and Δw·(s̄ − S̄) (coverage), bars being the mean of the
 * two dates, w the share of the weight with a value. A score missing on one date takes the other's. Null when one of
 * the dates has no value at all.
 * Source: domain rules, section 7, "why – theme"
 */
export function explainTheme(before: readonly ThemePart[], after: readonly ThemePart[]): ThemeMovement | null {
  const [s0, s1] = [meanOf(before), meanOf(after)];
  if (s0 === null || s1 === null) return null;
  const [was, is] = [sharesOf(before), sharesOf(after)];
  const middle = (s0 + s1) / 2;
  const terms = [...new Set([...was.keys(), ...is.keys()])].sort().map((id) => {
    const a = was.get(id);
    const b = is.get(id);
    const scoreBefore = a?.score ?? b?.score ?? 0;
    const scoreAfter = b?.score ?? scoreBefore;
    const [shareBefore, shareAfter] = [a?.share ?? 0, b?.share ?? 0];
    return {
      id,
      performance: ((shareBefore + shareAfter) / 2) * (scoreAfter - scoreBefore),
      coverage: (shareAfter - shareBefore) * ((scoreBefore + scoreAfter) / 2 - middle),
    };
  });
  return { before: s0, after: s1, terms };
}

const weightOf = (parts: readonly ThemePart[]) => parts.reduce((sum, { weight }) => sum + weight, 0);

function meanOf(parts: readonly ThemePart[]): number | null {
  const weight = weightOf(parts);
  return weight === 0 ? null : parts.reduce((sum, part) => sum + part.weight * part.score, 0) / weight;
}

function sharesOf(parts: readonly ThemePart[]): Map<string, { share: number; score: number }> {
  const weight = weightOf(parts);
  return new Map(parts.map((part) => [part.id, { share: part.weight / weight, score: part.score }]));
}
