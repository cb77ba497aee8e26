import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('finance_period_figure')
export class FinancePeriodFigureEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'date', name: 'closed_month' })
  closedMonth!: string;

  @PrimaryColumn({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @PrimaryColumn({ type: 'date' })
  month!: string;

  @Column({ type: 'bigint', name: 'planned_minor', transformer: wholeNumber })
  plannedMinor!: bigint;

  @Column({ type: 'bigint', name: 'realised_minor', transformer: wholeNumber })
  realisedMinor!: bigint;

  @Column({ type: 'text' })
  status!: string;

  /** Whether the month had come due at its closing, and whether because nothing could come yet. */
  @Column({ type: 'boolean' })
  due!: boolean;

  @Column({ type: 'boolean' })
  delayed!: boolean;

  @Column({ type: 'bigint', name: 'quality_assured_minor', transformer: wholeNumber })
  qualityAssuredMinor!: bigint;

  @Column({ type: 'bigint', name: 'budgeted_minor', transformer: wholeNumber })
  budgetedMinor!: bigint;

  @Column({ type: 'bigint', name: 'taken_out_minor', transformer: wholeNumber })
  takenOutMinor!: bigint;

  @Column({ type: 'bigint', name: 'confirmed_minor', transformer: wholeNumber })
  confirmedMinor!: bigint;

  @Column({ type: 'bigint', name: 'disputed_minor', transformer: wholeNumber })
  disputedMinor!: bigint;
}
