import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @Column({ type: 'bigint', transformer: wholeNumber })
  sequence!: bigint;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}
