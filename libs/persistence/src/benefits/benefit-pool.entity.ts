import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('benefit_pool')
export class BenefitPoolEntity {
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

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'cost_base', nullable: true })
  costBase!: string | null;

  @Column({ type: 'text', nullable: true })
  measure!: string | null;

  @Column({ type: 'date', name: 'period_from' })
  periodFrom!: string;

  @Column({ type: 'date', name: 'period_to', nullable: true })
  periodTo!: string | null;

  @Column({ type: 'bigint', name: 'removable_per_month_minor', transformer: wholeNumber })
  removablePerMonthMinor!: bigint;

  @Column({ type: 'text' })
  currency!: string;
}
