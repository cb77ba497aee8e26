import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('job')
export class JobEntity {
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

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', default: () => "'pending'" })
  state!: string;

  @Column({ type: 'text', default: () => "'waiting'" })
  phase!: string;

  @Column({ type: 'int', default: () => '0' })
  done!: number;

  @Column({ type: 'int', nullable: true })
  total!: number | null;

  @Column({ type: 'text', name: 'subject_kind', nullable: true })
  subjectKind!: string | null;

  @Column({ type: 'uuid', name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  problem!: unknown;

  @Column({ type: 'boolean', name: 'cancel_requested', default: () => 'false' })
  cancelRequested!: boolean;

  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'text', name: 'request_id' })
  requestId!: string;

  @Column({ type: 'int', default: () => '0' })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'heartbeat_at', nullable: true })
  heartbeatAt!: Date | null;
}
