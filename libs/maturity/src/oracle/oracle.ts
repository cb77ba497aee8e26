import type { CalendarDate } from '@hoest/quantities';
import { leaderSpreadOracle } from './dl.leader-spread';
import { ownerInLineOracle } from './dl.owner-in-line';
import { strategyAnchoredOracle } from './dl.strategy-anchored';
import { strategyToActionOracle } from './dl.strategy-to-action';
import type { OracleFacts, OracleIndicator, OracleMember } from './facts';
import { baselineBeforeOracle } from './gr.baseline-before';
import { benefitCoverageOracle } from './gr.benefit-coverage';
import { measuredOnTimeOracle } from './gr.measured-on-time';
import { persistenceOracle } from './gr.persistence';
import { qualityEffectOracle } from './gr.quality-effect';
import { realisationRateOracle } from './gr.realisation-rate';
import { adoptionOracle } from './oi.adoption';
import { gateDisciplineOracle } from './op.gate-discipline';
import { registerOracle } from './op.register';

/**
 * Members of every indicator, found a second time from plain objects. Shares no code with the member SQL: the two were
 * written from the domain rules apart, so that what both say is what the rules say.
 */
export const ORACLE: Readonly<Record<string, OracleIndicator>> = {
  'dl.owner-in-line': ownerInLineOracle,
  'dl.leader-spread': leaderSpreadOracle,
  'dl.strategy-anchored': strategyAnchoredOracle,
  'dl.strategy-to-action': strategyToActionOracle,
  'gr.benefit-coverage': benefitCoverageOracle,
  'gr.baseline-before': baselineBeforeOracle,
  'gr.measured-on-time': measuredOnTimeOracle,
  'gr.realisation-rate': realisationRateOracle,
  'gr.quality-effect': qualityEffectOracle,
  'gr.persistence': persistenceOracle,
  'oi.adoption': adoptionOracle,
  'op.register': registerOracle,
  'op.gate-discipline': gateDisciplineOracle,
};

/** All members of an organisation on a day. Source: reliability rules, R12 */
export function oracleMembers(facts: OracleFacts, asOf: CalendarDate): OracleMember[] {
  return Object.values(ORACLE).flatMap((indicator) => indicator(facts, asOf));
}
