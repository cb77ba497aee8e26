import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('benefit_month')
export class BenefitMonthEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @PrimaryColumn({ type: 'date' })
  month!: string;

  @Column({ type: 'uuid', name: 'initiative_id' })
  initiativeId!: string;

  @Column({ type: 'bigint', name: 'planned_minor', transformer: wholeNumber })
  plannedMinor!: bigint;

  @Column({ type: 'bigint', name: 'realised_minor', transformer: wholeNumber })
  realisedMinor!: bigint;

  @Column({ type: 'text' })
  status!: string;
}
