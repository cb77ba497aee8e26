import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pool_share')
export class PoolShareEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'pool_id' })
  poolId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @Column({ type: 'numeric', precision: 5, scale: 4 })
  share!: string;
}
