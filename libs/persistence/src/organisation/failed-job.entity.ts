import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('failed_job')
export class FailedJobEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'job_name' })
  jobName!: string;

  @Column({ type: 'jsonb' })
  payload!: Record<string, unknown>;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column({ type: 'timestamptz', name: 'failed_at', default: () => 'now()' })
  failedAt!: Date;

  @Column({ type: 'timestamptz', name: 'retried_at', nullable: true })
  retriedAt!: Date | null;
}
