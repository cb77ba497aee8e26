import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('maturity_wanted')
export class MaturityWantedEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'text', name: 'scope_kind' })
  scopeKind!: string;

  @PrimaryColumn({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'bigint', transformer: wholeNumber, default: () => '1' })
  v!: bigint;

  @Column({ type: 'timestamptz', name: 'wanted_at', default: () => 'clock_timestamp()' })
  wantedAt!: Date;

  @Column({ type: 'uuid', name: 'changed_by', nullable: true })
  changedBy!: string | null;
}
