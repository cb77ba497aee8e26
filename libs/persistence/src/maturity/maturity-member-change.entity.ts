import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('maturity_member_change')
export class MaturityMemberChangeEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'clock_timestamp()' })
  changedAt!: Date;

  @Column({ type: 'date', name: 'as_of' })
  asOf!: string;

  @Column({ type: 'text', name: 'scope_kind' })
  scopeKind!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'text', name: 'indicator_id' })
  indicatorId!: string;

  @Column({ type: 'uuid', name: 'object_id' })
  objectId!: string;

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown;

  @Column({ type: 'text' })
  cause!: string;

  @Column({ type: 'bigint', transformer: wholeNumber })
  v!: bigint;

  @Column({ type: 'uuid', name: 'changed_by', nullable: true })
  changedBy!: string | null;
}
