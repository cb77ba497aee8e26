import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('target_point')
export class TargetPointEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'measure_id' })
  measureId!: string;

  @PrimaryColumn({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'numeric' })
  value!: string;
}
