import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('finance_period')
export class FinancePeriodEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'date' })
  month!: string;

  @Column({ type: 'timestamptz', name: 'closed_at', default: () => 'clock_timestamp()' })
  closedAt!: Date;

  @Column({ type: 'uuid', name: 'closed_by' })
  closedBy!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'bigint', name: 'recorded_in', default: () => 'txid_current()', transformer: wholeNumber })
  recordedIn!: bigint;
}
