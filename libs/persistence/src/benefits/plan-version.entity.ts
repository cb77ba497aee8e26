import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('plan_version')
export class PlanVersionEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'date', name: 'decided_on' })
  decidedOn!: string;

  @Column({ type: 'uuid', name: 'decision_id', nullable: true })
  decisionId!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'bigint', name: 'full_year_value_minor', nullable: true, transformer: wholeNumber })
  fullYearValueMinor!: bigint | null;

  @Column({ type: 'numeric', precision: 5, scale: 4 })
  attribution!: string;

  @Column({ type: 'date', name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column({ type: 'date', name: 'go_live_assumed', nullable: true })
  goLiveAssumed!: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  /** Transaction that made the version; its measures and points are written in the same one or never. */
  @Column({ type: 'bigint', name: 'recorded_in', default: () => 'txid_current()', transformer: wholeNumber })
  recordedIn!: bigint;
}
