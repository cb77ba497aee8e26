import { Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('maturity_touched')
export class MaturityTouchedEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({
    type: 'bigint',
    name: 'transaction_id',
    transformer: wholeNumber,
    default: () => 'pg_current_xact_id()::text::bigint',
  })
  transactionId!: bigint;

  @PrimaryColumn({ type: 'text', name: 'scope_kind' })
  scopeKind!: string;

  @PrimaryColumn({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;
}
