import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('goal_measurement')
export class GoalMeasurementEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'goal_id' })
  goalId!: string;

  @Column({ type: 'date', name: 'measured_on' })
  measuredOn!: string;

  @Column({ type: 'numeric' })
  value!: string;

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
