import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assumption')
export class AssumptionEntity {
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

  @Column({ type: 'uuid', name: 'map_link_id' })
  mapLinkId!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', default: () => "'holds'" })
  status!: string;

  @Column({ type: 'date', name: 'reviewed_on', nullable: true })
  reviewedOn!: string | null;
}
