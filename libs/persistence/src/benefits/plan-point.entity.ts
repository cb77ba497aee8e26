import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_point')
export class PlanPointEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'plan_version_id' })
  planVersionId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'measure_id' })
  measureId!: string;

  @PrimaryColumn({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'numeric' })
  value!: string;
}
