export { actualKey, type ExistingActual, type ImportedActual } from './actuals/imported-actual';
export { planActuals, type PlannedActual } from './actuals/plan-actuals';
export { type ActualsReading, readActuals } from './actuals/read-actuals';
export * from './grid';
export * from './import-kind';
export { headingFingerprint } from './mapping/heading-fingerprint';
export { checkMapping, isStillToChoose, type MappingFault, type MappingFaultCode } from './mapping/check-mapping';
export {
  type Assumption,
  ASSUMPTIONS,
  type ImportMapping,
  type MappedColumn,
  type MoneyMapping,
  type ProposedColumn,
  type ProposedMapping,
} from './mapping/import-mapping';
export { type ProposalOptions, proposeMapping, proposeMoney } from './mapping/propose-mapping';
export type {
  ExistingBenefit,
  ExistingCost,
  ExistingInitiative,
  FieldValue,
  PlannedField,
} from './plan/existing-initiative';
export { IMPORTED_BENEFIT_CLASS } from './plan/plan-benefits';
export { planImport } from './plan/plan-import';
export {
  type BenefitChange,
  type BenefitValues,
  type CostChange,
  countPlan,
  type FieldChange,
  type PlanCounts,
  type PlannedRow,
  type PlanNote,
  type PlanNoteCode,
} from './plan/planned-row';
export {
  type KnownNames,
  type NamedThing,
  type NameResolution,
  type ResolvedRow,
  resolveNames,
  type RowReferences,
} from './plan/resolve-names';
export { tellActual, tellInitiative, type ToldRow } from './plan/told-row';
export { recogniseAbsence, type Absence, type AbsenceKind } from './rows/absence';
export { type CellIssue, type IssueCode, type IssueEffect, issueFieldLabel } from './rows/cell-issue';
export type { ImportedKind, ImportedPhase, ImportedRag } from './rows/choice-values';
export type { ImportedBenefit, ImportedCost, ImportedFields, ImportedInitiative } from './rows/imported-initiative';
export type { ColumnSum, MoneySum } from './rows/money-sums';
export {
  comparableKey,
  isKeyOfTitle,
  type KeySource,
  type ReadRow,
  readRows,
  type RowsReading,
} from './rows/read-rows';
export { readTable, type TableOptions } from './table/read-table';
export * from './table/table';
export { MONEY_SCALES, type MoneyScale } from './targets/heading-money';
export {
  type DateTarget,
  IMPORT_TARGETS,
  type ImportTarget,
  isMoneyTarget,
  type ManyColumns,
  type MoneyTarget,
  REQUIRED_TARGETS,
  TARGET_RULES,
  TARGETS_OF_KIND,
  type TargetKind,
} from './targets/import-target';
