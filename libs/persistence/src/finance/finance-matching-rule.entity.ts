import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('finance_matching_rule')
export class FinanceMatchingRuleEntity {
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

  @Column({ type: 'text' })
  account!: string;

  @Column({ type: 'text', default: () => "'exact'" })
  match!: string;

  @Column({ type: 'text', name: 'cost_centre', nullable: true })
  costCentre!: string | null;

  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy!: string | null;
}
