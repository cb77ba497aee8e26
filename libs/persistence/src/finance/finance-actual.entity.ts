import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('finance_actual')
export class FinanceActualEntity {
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
  account!: string;

  @Column({ type: 'text', name: 'cost_centre', nullable: true })
  costCentre!: string | null;

  /** First day of the month. */
  @Column({ type: 'date' })
  month!: string;

  @Column({ type: 'bigint', name: 'amount_minor', nullable: true, transformer: wholeNumber })
  amountMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'budget_minor', nullable: true, transformer: wholeNumber })
  budgetMinor!: bigint | null;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ type: 'text', name: 'posting_ref', nullable: true })
  postingRef!: string | null;

  @Column({ type: 'uuid', name: 'import_id', nullable: true })
  importId!: string | null;

  @Column({ type: 'text', name: 'source_key' })
  sourceKey!: string;

  @Column({ type: 'int', default: () => '1' })
  occurrence!: number;
}
