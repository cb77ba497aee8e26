import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'bigint', transformer: wholeNumber })
  sequence!: bigint;

  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'occurred_at' })
  occurredAt!: Date;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text', name: 'actor_kind' })
  actorKind!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', name: 'object_kind' })
  objectKind!: string;

  @Column({ type: 'uuid', name: 'object_id', nullable: true })
  objectId!: string | null;

  @Column({ type: 'int', name: 'object_version', nullable: true })
  objectVersion!: number | null;

  @Column({ type: 'text', name: 'parent_kind', nullable: true })
  parentKind!: string | null;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'jsonb' })
  changes!: unknown;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', name: 'request_id' })
  requestId!: string;

  @Column({ type: 'bytea', name: 'previous_hash' })
  previousHash!: Buffer;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}
