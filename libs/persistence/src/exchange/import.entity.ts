import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import')
export class ImportEntity {
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

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string;

  @Column({ type: 'int', name: 'byte_size' })
  byteSize!: number;

  @Column({ type: 'bytea' })
  sha256!: Buffer;

  @Column({ type: 'bytea' })
  content!: Buffer;

  @Column({ type: 'text', default: () => "'uploaded'" })
  state!: string;

  @Column({ type: 'text', nullable: true })
  encoding!: string | null;

  @Column({ type: 'text', nullable: true })
  delimiter!: string | null;

  @Column({ type: 'text', nullable: true })
  sheet!: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  sheets!: string[];

  @Column({ type: 'text', nullable: true })
  orientation!: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  reading!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  columns!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  mapping!: unknown;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  options!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  counts!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  sums!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  problem!: unknown;

  @Column({ type: 'uuid', name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', name: 'committed_at', nullable: true })
  committedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'undone_at', nullable: true })
  undoneAt!: Date | null;

  @Column({ type: 'jsonb', name: 'kept_on_undo', nullable: true })
  keptOnUndo!: unknown;
}
