import { CATALOGUE } from '../catalogue';
import { indicatorDefinition } from '../indicators';
import { THEMES, type Theme } from '../themes';
import { confidence, confidenceBand, type ConfidenceBand } from './confidence';
import { indicatorValue, unavailableIndicator, type IndicatorValue, type MemberSums } from './indicator-value';
import { overallScore, type OverallScore } from './overall-score';
import { robustness, type Robustness } from './robustness';
import { hasValue, themeScore, type ThemeIndicator, type ThemeScore } from './theme-score';

export interface Trust {
  /** 0–100; null when nothing has a value. */
  confidence: number | null;
  confidenceBand: ConfidenceBand | null;
}

export interface Assessment {
  overall: OverallScore & Trust & { coverage: number; robustness: Robustness | null };
  themes: (ThemeScore & Trust & { id: Theme })[];
  /** All 36, in catalogue order; `available` = the product computes it. */
  indicators: (IndicatorValue & { theme: Theme; star: boolean; available: boolean; minN: number })[];
}

/**
 * The whole assessment of a scope from the sums of its members: indicators, themes, overall, confidence.
 * @param whole whether the scope is the whole organisation
 * @param withRobustness whether to draw weights; only the overall panel needs it
 */
export function assess(sums: readonly MemberSums[], whole: boolean, withRobustness = false): Assessment {
  const byId = new Map(sums.map((one) => [one.indicatorId, one]));
  const indicators = CATALOGUE.map((entry) => {
    const definition = indicatorDefinition(entry.id);
    const value = definition ? indicatorValue(definition, byId.get(entry.id), whole) : unavailableIndicator(entry.id);
    return {
      ...value,
      theme: entry.theme,
      star: entry.star,
      weight: entry.weight,
      available: definition !== null,
      minN: definition?.minN ?? 0,
    };
  });
  const of = (theme: Theme) => indicators.filter((indicator) => indicator.theme === theme);
  const themes = THEMES.map((id) => {
    const score = themeScore(of(id));
    return { id, ...score, ...trust(score.coverage, of(id)) };
  });
  const coverage = themeScore(indicators).coverage;
  const weighed = Object.fromEntries(THEMES.map((id) => [id, of(id)])) as unknown as Record<Theme, ThemeIndicator[]>;
  return {
    overall: {
      ...overallScore(themes),
      coverage,
      ...trust(coverage, indicators),
      robustness: withRobustness ? robustness(weighed) : null,
    },
    themes,
    indicators: indicators.map(({ weight: _, ...indicator }) => indicator),
  };
}

function trust(coverage: number, indicators: readonly IndicatorValue[]): Trust {
  const valued = indicators.filter(hasValue);
  if (valued.length === 0) return { confidence: null, confidenceBand: null };
  const value = confidence(coverage, valued);
  return { confidence: value, confidenceBand: confidenceBand(value) };
}
