import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('phase_plan')
export class PhasePlanEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'initiative_id' })
  initiativeId!: string;

  @PrimaryColumn({ type: 'text' })
  phase!: string;

  @Column({ type: 'date', name: 'planned_start', nullable: true })
  plannedStart!: string | null;

  @Column({ type: 'date', name: 'planned_end', nullable: true })
  plannedEnd!: string | null;

  @Column({ type: 'date', name: 'actual_start', nullable: true })
  actualStart!: string | null;

  @Column({ type: 'date', name: 'actual_end', nullable: true })
  actualEnd!: string | null;
}
