import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('maturity_snapshot_member')
export class MaturitySnapshotMemberEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'date', name: 'as_of' })
  asOf!: string;

  @PrimaryColumn({ type: 'timestamptz', name: 'known_at' })
  knownAt!: Date;

  @PrimaryColumn({ type: 'text', name: 'scope_kind' })
  scopeKind!: string;

  @PrimaryColumn({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @PrimaryColumn({ type: 'text', name: 'indicator_id' })
  indicatorId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'object_id' })
  objectId!: string;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: string;

  @Column({ type: 'text', name: 'member_group', nullable: true })
  memberGroup!: string | null;

  @Column({ type: 'numeric' })
  numerator!: string;

  @Column({ type: 'numeric' })
  denominator!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'boolean', nullable: true })
  fresh!: boolean | null;
}
