import { OrganisationEntity } from './organisation/organisation.entity';
import { UnitEntity } from './organisation/unit.entity';
import { PersonEntity } from './organisation/person.entity';
import { RoleAssignmentEntity } from './organisation/role-assignment.entity';
import { AccountEntity } from './organisation/account.entity';
import { AccessGrantEntity } from './organisation/access-grant.entity';
import { SessionEntity } from './organisation/session.entity';
import { AccessTokenEntity } from './organisation/access-token.entity';
import { SettingEntity } from './organisation/setting.entity';
import { IdempotencyKeyEntity } from './organisation/idempotency-key.entity';
import { AuditEventEntity } from './organisation/audit-event.entity';
import { AuditHeadEntity } from './organisation/audit-head.entity';
import { OutboxEntity } from './organisation/outbox.entity';
import { JobEntity } from './organisation/job.entity';
import { FailedJobEntity } from './organisation/failed-job.entity';
import { StrategyEntity } from './portfolio/strategy.entity';
import { PoliticalFollowupEntity } from './portfolio/political-followup.entity';
import { GoalEntity } from './portfolio/goal.entity';
import { GoalTargetEntity } from './portfolio/goal-target.entity';
import { GoalMeasurementEntity } from './portfolio/goal-measurement.entity';
import { InitiativeEntity } from './portfolio/initiative.entity';
import { InitiativeAffectedUnitEntity } from './portfolio/initiative-affected-unit.entity';
import { InitiativeSecondaryGoalEntity } from './portfolio/initiative-secondary-goal.entity';
import { PhasePlanEntity } from './portfolio/phase-plan.entity';
import { CostLineEntity } from './portfolio/cost-line.entity';
import { StatusConfirmationEntity } from './portfolio/status-confirmation.entity';
import { DecisionEntity } from './portfolio/decision.entity';
import { GatePassageEntity } from './portfolio/gate-passage.entity';
import { AdoptionSeriesEntity } from './portfolio/adoption-series.entity';
import { AdoptionPointEntity } from './portfolio/adoption-point.entity';
import { BenefitPoolEntity } from './benefits/benefit-pool.entity';
import { BenefitEntity } from './benefits/benefit.entity';
import { PoolShareEntity } from './benefits/pool-share.entity';
import { MeasureEntity } from './benefits/measure.entity';
import { BaselineEntity } from './benefits/baseline.entity';
import { TargetPointEntity } from './benefits/target-point.entity';
import { PlanVersionEntity } from './benefits/plan-version.entity';
import { PlanMeasureEntity } from './benefits/plan-measure.entity';
import { PlanPointEntity } from './benefits/plan-point.entity';
import { ObligationEntity } from './benefits/obligation.entity';
import { MeasurementEntity } from './benefits/measurement.entity';
import { AttachmentEntity } from './benefits/attachment.entity';
import { EnablerEntity } from './benefits/enabler.entity';
import { ChangeActivityEntity } from './benefits/change-activity.entity';
import { MapLinkEntity } from './benefits/map-link.entity';
import { AssumptionEntity } from './benefits/assumption.entity';
import { ImportEntity } from './exchange/import.entity';
import { ImportRowEntity } from './exchange/import-row.entity';
import { ImportChangeEntity } from './exchange/import-change.entity';
import { ImportProfileEntity } from './exchange/import-profile.entity';
import { BudgetVersionEntity } from './finance/budget-version.entity';
import { FinanceClaimEntity } from './finance/finance-claim.entity';
import { FinanceEntryEntity } from './finance/finance-entry.entity';
import { FinanceBalanceEntity } from './finance/finance-balance.entity';
import { FinancePeriodEntity } from './finance/finance-period.entity';
import { FinancePeriodFigureEntity } from './finance/finance-period-figure.entity';
import { FinanceActualEntity } from './finance/finance-actual.entity';
import { FinanceMatchingRuleEntity } from './finance/finance-matching-rule.entity';
import { MaturityTouchedEntity } from './maturity/maturity-touched.entity';
import { MaturityWantedEntity } from './maturity/maturity-wanted.entity';
import { MaturityDoneEntity } from './maturity/maturity-done.entity';
import { MaturityMemberEntity } from './maturity/maturity-member.entity';
import { MaturityMemberChangeEntity } from './maturity/maturity-member-change.entity';
import { MaturitySnapshotEntity } from './maturity/maturity-snapshot.entity';
import { MaturitySnapshotMemberEntity } from './maturity/maturity-snapshot-member.entity';
import { BenefitMonthEntity } from './maturity/benefit-month.entity';

/** Every table, as TypeORM sees it; a check compares them with the migrated schema. */
export const ENTITIES = [
  OrganisationEntity,
  UnitEntity,
  PersonEntity,
  RoleAssignmentEntity,
  AccountEntity,
  AccessGrantEntity,
  SessionEntity,
  AccessTokenEntity,
  SettingEntity,
  IdempotencyKeyEntity,
  AuditEventEntity,
  AuditHeadEntity,
  OutboxEntity,
  JobEntity,
  FailedJobEntity,
  StrategyEntity,
  PoliticalFollowupEntity,
  GoalEntity,
  GoalTargetEntity,
  GoalMeasurementEntity,
  InitiativeEntity,
  InitiativeAffectedUnitEntity,
  InitiativeSecondaryGoalEntity,
  PhasePlanEntity,
  CostLineEntity,
  StatusConfirmationEntity,
  DecisionEntity,
  GatePassageEntity,
  AdoptionSeriesEntity,
  AdoptionPointEntity,
  BenefitPoolEntity,
  BenefitEntity,
  PoolShareEntity,
  MeasureEntity,
  BaselineEntity,
  TargetPointEntity,
  PlanVersionEntity,
  PlanMeasureEntity,
  PlanPointEntity,
  ObligationEntity,
  MeasurementEntity,
  AttachmentEntity,
  EnablerEntity,
  ChangeActivityEntity,
  MapLinkEntity,
  AssumptionEntity,
  ImportEntity,
  ImportRowEntity,
  ImportChangeEntity,
  ImportProfileEntity,
  BudgetVersionEntity,
  FinanceClaimEntity,
  FinanceEntryEntity,
  FinanceBalanceEntity,
  FinancePeriodEntity,
  FinancePeriodFigureEntity,
  FinanceActualEntity,
  FinanceMatchingRuleEntity,
  MaturityTouchedEntity,
  MaturityWantedEntity,
  MaturityDoneEntity,
  MaturityMemberEntity,
  MaturityMemberChangeEntity,
  MaturitySnapshotEntity,
  MaturitySnapshotMemberEntity,
  BenefitMonthEntity,
];
