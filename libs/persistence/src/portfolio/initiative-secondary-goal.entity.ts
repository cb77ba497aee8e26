import { Entity, PrimaryColumn } from 'typeorm';

@Entity('initiative_secondary_goal')
export class InitiativeSecondaryGoalEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'initiative_id' })
  initiativeId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'goal_id' })
  goalId!: string;
}
