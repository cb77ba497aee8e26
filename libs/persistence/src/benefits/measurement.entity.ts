import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measurement')
export class MeasurementEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'measure_id' })
  measureId!: string;

  @Column({ type: 'uuid', name: 'obligation_id', nullable: true })
  obligationId!: string | null;

  @Column({ type: 'date', name: 'measured_on' })
  measuredOn!: string;

  @Column({ type: 'numeric' })
  value!: string;

  @Column({ type: 'numeric', nullable: true })
  volume!: string | null;

  @Column({ type: 'text', name: 'evidence_kind' })
  evidenceKind!: string;

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  @Column({ type: 'uuid', name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy!: string | null;
}
