import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('goal_target')
export class GoalTargetEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'goal_id' })
  goalId!: string;

  @PrimaryColumn({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'numeric' })
  value!: string;
}
