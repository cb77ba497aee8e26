import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('maturity_done')
export class MaturityDoneEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'text', name: 'scope_kind' })
  scopeKind!: string;

  @PrimaryColumn({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'bigint', transformer: wholeNumber, default: () => '0' })
  v!: bigint;

  @Column({ type: 'text', name: 'formula_version', nullable: true })
  formulaVersion!: string | null;

  @Column({ type: 'date', name: 'as_of', nullable: true })
  asOf!: string | null;

  @Column({ type: 'timestamptz', name: 'computed_at', nullable: true })
  computedAt!: Date | null;

  @Column({ type: 'date', name: 'next_change_at', nullable: true })
  nextChangeAt!: string | null;
}
