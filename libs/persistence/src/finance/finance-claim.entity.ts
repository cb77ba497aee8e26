import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('finance_claim')
export class FinanceClaimEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'int', default: () => '1' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'date', name: 'month_from' })
  monthFrom!: string;

  @Column({ type: 'date', name: 'month_to' })
  monthTo!: string;

  @Column({ type: 'smallint' })
  rung!: number;

  @Column({ type: 'bigint', name: 'amount_minor', transformer: wholeNumber })
  amountMinor!: bigint;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'int', name: 'price_year' })
  priceYear!: number;

  @Column({ type: 'text', nullable: true })
  account!: string | null;

  @Column({ type: 'text', name: 'cost_centre', nullable: true })
  costCentre!: string | null;

  @Column({ type: 'uuid', name: 'budget_version_id', nullable: true })
  budgetVersionId!: string | null;

  @Column({ type: 'text', name: 'posting_ref', nullable: true })
  postingRef!: string | null;

  @Column({ type: 'text', name: 'accounts_ref', nullable: true })
  accountsRef!: string | null;

  @Column({ type: 'text', name: 'evidence_kind', nullable: true })
  evidenceKind!: string | null;

  @Column({ type: 'boolean', name: 'scope_reduction', default: () => 'false' })
  scopeReduction!: boolean;

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  @Column({ type: 'uuid', name: 'measurement_id', nullable: true })
  measurementId!: string | null;

  @Column({ type: 'uuid', name: 'corrects_claim_id', nullable: true })
  correctsClaimId!: string | null;

  @Column({ type: 'uuid', name: 'reverses_entry_id', nullable: true })
  reversesEntryId!: string | null;

  @Column({ type: 'text', default: () => "'submitted'" })
  state!: string;

  @Column({ type: 'timestamptz', name: 'state_since', default: () => 'clock_timestamp()' })
  stateSince!: Date;

  @Column({ type: 'uuid', name: 'proposed_by' })
  proposedBy!: string;

  /** Everybody who ever reported or changed the amount; the database keeps it. Empty on the oldest claims. */
  @Column({ type: 'uuid', array: true, name: 'reported_by', default: () => "'{}'" })
  reportedBy!: string[];

  @Column({ type: 'timestamptz', name: 'proposed_at', default: () => 'clock_timestamp()' })
  proposedAt!: Date;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'date', name: 'booked_month', nullable: true })
  bookedMonth!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  checklist!: unknown;

  @Column({ type: 'text', nullable: true })
  assurance!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
