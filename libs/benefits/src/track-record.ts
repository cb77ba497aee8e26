import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';
import type { EstimateBasis } from './value-lists';

/** From how many closed benefits on an organisation's own experience replaces the defaults. Source: domain rules, section 4 */
export const OWN_EXPERIENCE_FROM = 10;

/**
 * At how many equally large cases a group's own experience counts as much as the organisation's mean.
 * Source: docs/adr/0014-corrected-expectations.md
 */
export const HALF_CREDIBILITY_CASES = 10;

/** Share of a promise that can be relied on while there is no experience, by what it rests on. Source: domain rules, section 4 */
export const DEFAULT_CONFIDENCE: Readonly<Record<EstimateBasis, string>> = {
  measured_pilot: '0.95',
  comparable: '0.85',
  expert: '0.70',
  assumption: '0.50',
};

/** One closed benefit: what was promised of it to the day it is looked at, above 0, and what came; in one currency. */
export interface ClosedBenefit {
  planned: DecimalValue;
  /** Missing measurements count 0. May be negative, when it got worse. */
  realised: DecimalValue;
}

/** Sums over closed benefits, from which every figure of their record follows; sums of parts are the sums of the whole. */
export interface TrackSums {
  cases: number;
  planned: DecimalValue;
  realised: DecimalValue;
  /** Σ|realised − planned|. */
  deviation: DecimalValue;
  /** Σ planned². */
  plannedSquares: DecimalValue;
}

export interface TrackRecord {
  cases: number;
  /** 0–1; 1 = every promise was met exactly. */
  accuracy: Decimal;
  /** (Σ realised − Σ planned) / Σ planned: negative = too much was promised. */
  bias: Decimal;
  /** Σ realised / Σ planned = 1 + bias. */
  ratio: Decimal;
  /** How many equally large cases say as much about the ratio, 1 to `cases`: one large promise among small ones counts almost alone. */
  effectiveCases: Decimal;
}

/** Sums over single benefits. */
export function trackSums(benefits: readonly ClosedBenefit[]): TrackSums {
  return {
    cases: benefits.length,
    planned: sumOf(benefits.map(({ planned }) => planned)),
    realised: sumOf(benefits.map(({ realised }) => realised)),
    deviation: sumOf(benefits.map(({ planned, realised }) => new Decimal(realised).minus(planned).abs())),
    plannedSquares: sumOf(benefits.map(({ planned }) => new Decimal(planned).pow(2))),
  };
}

/** Sums over several groups. */
export function addTrackSums(groups: readonly TrackSums[]): TrackSums {
  return {
    cases: groups.reduce((all, { cases }) => all + cases, 0),
    planned: sumOf(groups.map(({ planned }) => planned)),
    realised: sumOf(groups.map(({ realised }) => realised)),
    deviation: sumOf(groups.map(({ deviation }) => deviation)),
    plannedSquares: sumOf(groups.map(({ plannedSquares }) => plannedSquares)),
  };
}

/**
 * How well promises were kept: forecast accuracy max(0, 1 − Σ|real − plan| / Σ plan) and bias with its sign. Null without cases.
 * Weighted by the money promised.
 * Source: domain rules, F20
 */
export function trackRecord({ cases, planned, realised, deviation, plannedSquares }: TrackSums): TrackRecord | null {
  const promised = new Decimal(planned);
  if (cases === 0 || !promised.greaterThan(0)) return null;
  const ratio = new Decimal(realised).dividedBy(promised);
  return {
    cases,
    accuracy: Decimal.max(0, new Decimal(1).minus(new Decimal(deviation).dividedBy(promised))),
    bias: ratio.minus(1),
    ratio,
    effectiveCases: promised.pow(2).dividedBy(plannedSquares),
  };
}

/**
 * How far a group's own ratio is believed, from 0 (no case) towards 1: Z = n / (n + k), n the effective cases.
 * Source: Bühlmann 1967, see docs/adr/0014-corrected-expectations.md
 */
export function credibility(effectiveCases: DecimalValue, k: DecimalValue = HALF_CREDIBILITY_CASES): Decimal {
  const cases = new Decimal(effectiveCases);
  return cases.dividedBy(cases.plus(k));
}

export type ExpectationFactor =
  /** Too few closed benefits in the organisation: the default of what the estimate rests on. */
  | { kind: 'default'; factor: Decimal }
  /** The organisation's own ratio, because the group has no case. */
  | { kind: 'own'; factor: Decimal }
  /** Between the group's own ratio and the organisation's. */
  | { kind: 'shrunk'; factor: Decimal; credibility: Decimal }
  /** Too few closed benefits, and nothing is said about what the estimate rests on. */
  | { kind: 'unknown' };

/**
 * What to multiply a promise by to get what experience says will come.
 * @param group record of benefits like this one; null = none is closed yet
 * @param organisation record of the whole organisation, the group included
 * @param basis what this promise rests on; null = not stated
 * Source: domain rules, section 4 and F20; docs/adr/0014-corrected-expectations.md
 */
export function expectationFactor(
  group: TrackRecord | null,
  organisation: TrackRecord | null,
  basis: EstimateBasis | null,
): ExpectationFactor {
  if (organisation === null || organisation.cases < OWN_EXPERIENCE_FROM) {
    return basis === null ? { kind: 'unknown' } : { kind: 'default', factor: new Decimal(DEFAULT_CONFIDENCE[basis]) };
  }
  if (group === null) return { kind: 'own', factor: organisation.ratio };
  const z = credibility(group.effectiveCases);
  const factor = organisation.ratio.plus(z.times(group.ratio.minus(organisation.ratio)));
  return { kind: 'shrunk', factor, credibility: z };
}
