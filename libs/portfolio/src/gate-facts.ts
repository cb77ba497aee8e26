import type { SizeClass } from './value-lists';

/**
 * What the records say about the points of a gate, as plain facts; null = empty or unanswered. Counts of benefits leave out
 * rejected and written-off ones; `benefitsApproved` and the counts after it speak of approved benefits.
 */
export interface GateFacts {
  sizeClass: SizeClass | null;
  ownerId: string | null;
  problem: string | null;
  primaryGoalId: string | null;
  /** Whether a law demands the initiative, and which. */
  mandatory: boolean;
  legalRef: string | null;
  affectedStaff: number | null;
  dependenciesAnswered: boolean | null;
  changesCitizenService: boolean | null;
  citizenFacing: boolean | null;
  hasItDelivery: boolean | null;
  replacesOldWay: boolean | null;
  benefitExempt: boolean;
  /** Units named as affected. */
  affectedUnits: number;
  /** Cost lines with a planned amount above 0, and those for change effort with an amount or hours. */
  plannedCosts: number;
  plannedChangeEffort: number;
  benefits: number;
  /** Still only identified. */
  benefitsWithoutProfile: number;
  benefitsApproved: number;
  benefitsWithoutOwner: number;
  /** Confirmed by their owner since go-live. */
  benefitsConfirmed: number;
  /** Measures of approved benefits, and those without a measured baseline. */
  measures: number;
  measuresWithoutBaseline: number;
  /** Approving decisions nobody reversed: by the portfolio, by the portfolio with mandate, by a political body with mandate. */
  portfolioDecision: boolean;
  mandate: boolean;
  politicalDecision: boolean;
  /** Keys of documents a person has said to be complete. */
  completeArtefacts: readonly string[];
}
