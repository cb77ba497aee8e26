import type { MemberSql } from './member-sql';
import { leaderSpreadSql } from './dl.leader-spread.sql';
import { ownerInLineSql } from './dl.owner-in-line.sql';
import { strategyAnchoredSql } from './dl.strategy-anchored.sql';
import { strategyToActionSql } from './dl.strategy-to-action.sql';
import { baselineBeforeSql } from './gr.baseline-before.sql';
import { benefitCoverageSql } from './gr.benefit-coverage.sql';
import { measuredOnTimeSql } from './gr.measured-on-time.sql';
import { persistenceSql } from './gr.persistence.sql';
import { qualityEffectSql } from './gr.quality-effect.sql';
import { realisationRateSql } from './gr.realisation-rate.sql';
import { adoptionSql } from './oi.adoption.sql';
import { gateDisciplineSql } from './op.gate-discipline.sql';
import { registerSql } from './op.register.sql';

/** Member SQL of every indicator the product computes; a check pairs it with the definitions. */
export const MEMBER_SQL: readonly MemberSql[] = [
  ownerInLineSql,
  leaderSpreadSql,
  strategyAnchoredSql,
  strategyToActionSql,
  benefitCoverageSql,
  baselineBeforeSql,
  measuredOnTimeSql,
  realisationRateSql,
  qualityEffectSql,
  persistenceSql,
  adoptionSql,
  registerSql,
  gateDisciplineSql,
];
