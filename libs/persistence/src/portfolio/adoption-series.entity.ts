import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('adoption_series')
export class AdoptionSeriesEntity {
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

  @Column({ type: 'uuid', name: 'initiative_id' })
  initiativeId!: string;

  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'numeric', nullable: true })
  intended!: string | null;

  @Column({ type: 'numeric', name: 'target_rate' })
  targetRate!: string;
}
