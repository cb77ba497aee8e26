import { CATALOGUE } from './catalogue';
import type { IndicatorDefinition, Reason } from './indicator-definition';
import { leaderSpread } from './indicators/dl.leader-spread';
import { ownerInLine } from './indicators/dl.owner-in-line';
import { strategyAnchored } from './indicators/dl.strategy-anchored';
import { strategyToAction } from './indicators/dl.strategy-to-action';
import { baselineBefore } from './indicators/gr.baseline-before';
import { benefitCoverage } from './indicators/gr.benefit-coverage';
import { measuredOnTime } from './indicators/gr.measured-on-time';
import { persistence } from './indicators/gr.persistence';
import { qualityEffect } from './indicators/gr.quality-effect';
import { realisationRate } from './indicators/gr.realisation-rate';
import { adoption } from './indicators/oi.adoption';
import { gateDiscipline } from './indicators/op.gate-discipline';
import { register } from './indicators/op.register';

/** Name of this set of definitions; stands in every snapshot. A change of any definition is a new name. */
export const DEFINITION_VERSION = '2026.1';

const DEFINED = [
  ownerInLine,
  leaderSpread,
  strategyAnchored,
  strategyToAction,
  benefitCoverage,
  baselineBefore,
  measuredOnTime,
  realisationRate,
  qualityEffect,
  persistence,
  adoption,
  register,
  gateDiscipline,
];

const BY_ID = new Map(DEFINED.map((definition) => [definition.id, definition]));

/** Indicators the product computes, in catalogue order. */
export const INDICATORS: readonly IndicatorDefinition[] = CATALOGUE.flatMap(({ id }) => BY_ID.get(id) ?? []);

/** The definition, or null when the product does not compute the indicator (yet). */
export function indicatorDefinition(id: string): IndicatorDefinition | null {
  return BY_ID.get(id) ?? null;
}

/**
 * Why a member counts as it does: `reason` is the codes of its row, separated by spaces, in the order of the rule.
 * Unknown codes (of an older definition) are left out.
 */
export function reasonsOf(indicatorId: string, reason: string): Reason[] {
  const reasons = BY_ID.get(indicatorId)?.reasons ?? {};
  return reason.split(' ').flatMap((code) => reasons[code] ?? []);
}
