import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('map_link')
export class MapLinkEntity {
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

  @Column({ type: 'uuid', name: 'from_enabler_id', nullable: true })
  fromEnablerId!: string | null;

  @Column({ type: 'uuid', name: 'from_activity_id', nullable: true })
  fromActivityId!: string | null;

  @Column({ type: 'uuid', name: 'from_benefit_id', nullable: true })
  fromBenefitId!: string | null;

  @Column({ type: 'uuid', name: 'to_activity_id', nullable: true })
  toActivityId!: string | null;

  @Column({ type: 'uuid', name: 'to_benefit_id', nullable: true })
  toBenefitId!: string | null;

  @Column({ type: 'uuid', name: 'to_goal_id', nullable: true })
  toGoalId!: string | null;

  @Column({ type: 'boolean', name: 'stands_alone', default: () => 'true' })
  standsAlone!: boolean;

  @Column({ type: 'boolean', default: () => 'false' })
  required!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
