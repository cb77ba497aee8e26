import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('measure')
export class MeasureEntity {
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

  @Column({ type: 'int', default: () => '0' })
  position!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'text' })
  direction!: string;

  @Column({ type: 'text', nullable: true })
  method!: string | null;

  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'text' })
  frequency!: string;

  @Column({ type: 'date', name: 'first_due', nullable: true })
  firstDue!: string | null;

  @Column({ type: 'date', name: 'track_until', nullable: true })
  trackUntil!: string | null;

  @Column({ type: 'text', default: () => "'linear'" })
  interpolation!: string;

  @Column({ type: 'text', name: 'money_basis', default: () => "'achievement'" })
  moneyBasis!: string;

  @Column({ type: 'numeric', name: 'unit_before', nullable: true })
  unitBefore!: string | null;

  @Column({ type: 'bigint', name: 'rate_minor', nullable: true, transformer: wholeNumber })
  rateMinor!: bigint | null;
}
