import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('baseline')
export class BaselineEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'measure_id' })
  measureId!: string;

  @Column({ type: 'numeric', nullable: true })
  value!: string | null;

  @Column({ type: 'date', name: 'measured_on', nullable: true })
  measuredOn!: string | null;

  @Column({ type: 'date', name: 'planned_on', nullable: true })
  plannedOn!: string | null;

  @Column({ type: 'text', name: 'evidence_kind', nullable: true })
  evidenceKind!: string | null;

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy!: string | null;
}
