import {
  assess,
  type Assessment,
  confidence,
  confidenceBand,
  type ConfidenceBand,
  hasValue,
  indicatorDefinition,
  indicatorValue,
  type MemberSums,
  type ThemeScore,
} from '@hoest/maturity';
import type { GroupedSums } from './member-sums';

export interface GroupValue {
  group: string;
  value: number | null;
  n: number;
}

/** One row of the matrix units × themes, and units × indicators. */
export interface UnitFigures {
  unitId: string;
  unitName: string;
  /** Initiatives in the unit and below that are neither closed, stopped nor rejected. */
  initiatives: number;
  themes: (Pick<ThemeScore, 'score' | 'level' | 'valued'> & { id: Assessment['themes'][number]['id'] })[];
  /** Of the indicators the product computes. */
  indicators: Pick<Assessment['indicators'][number], 'id' | 'status' | 'score' | 'level' | 'n' | 'minN'>[];
}

/** Everything a maturity page shows of one scope on one day; stored as it is in a snapshot. */
export interface MaturityFigures {
  overall: Assessment['overall'];
  themes: Assessment['themes'];
  indicators: (Assessment['indicators'][number] & {
    /** Of the value itself: precision × freshness; null without value. */
    confidence: ConfidenceBand | null;
    /** Value by group, where the catalogue splits it. */
    groups: GroupValue[];
  })[];
  units: UnitFigures[];
}

/** A unit right below the scope. */
export type ChildUnit = Pick<UnitFigures, 'unitId' | 'unitName' | 'initiatives'>;

/** Figures of a scope from the sums of its members. @param whole whether the scope is the whole organisation */
export function figuresOf(
  sums: readonly GroupedSums[],
  children: readonly ChildUnit[],
  whole: boolean,
): MaturityFigures {
  const total = sums.filter(({ unitId, group }) => unitId === null && group === null);
  const { overall, themes, indicators } = assess(total, whole, true);
  const byUnit = Map.groupBy(
    sums.filter(({ unitId }) => unitId !== null),
    ({ unitId }) => unitId,
  );
  return {
    overall,
    themes,
    indicators: indicators.map((indicator) => ({
      ...indicator,
      confidence: hasValue(indicator) ? confidenceBand(confidence(1, [indicator])) : null,
      groups: groupsOf(indicator.id, sums),
    })),
    units: children.map((child) => unitFigures(child, byUnit.get(child.unitId) ?? [])),
  };
}

function unitFigures(child: ChildUnit, sums: readonly MemberSums[]): UnitFigures {
  const { themes, indicators } = assess(sums, false);
  return {
    ...child,
    themes: themes.map(({ id, score, level, valued }) => ({ id, score, level, valued })),
    indicators: indicators
      .filter(({ available }) => available)
      .map(({ id, status, score, level, n, minN }) => ({ id, status, score, level, n, minN })),
  };
}

function groupsOf(indicatorId: string, sums: readonly GroupedSums[]): GroupValue[] {
  const definition = indicatorDefinition(indicatorId);
  if (!definition?.groupedBy) return [];
  return sums
    .filter((one): one is GroupedSums & { group: string } => one.indicatorId === indicatorId && one.group !== null)
    .map((one: MemberSums & { group: string }) => {
      const { value, n } = indicatorValue(definition, one, true);
      return { group: one.group, value, n };
    })
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
