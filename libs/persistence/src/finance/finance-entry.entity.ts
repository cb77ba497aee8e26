import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('finance_entry')
export class FinanceEntryEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'claim_id' })
  claimId!: string;

  @Column({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'date', name: 'month_from' })
  monthFrom!: string;

  @Column({ type: 'date', name: 'month_to' })
  monthTo!: string;

  @Column({ type: 'date', name: 'booked_month' })
  bookedMonth!: string;

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

  @Column({ type: 'uuid', name: 'reverses_id', nullable: true })
  reversesId!: string | null;

  @Column({ type: 'uuid', name: 'entered_by' })
  enteredBy!: string;

  @Column({ type: 'uuid', name: 'validated_by' })
  validatedBy!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
