import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('obligation')
export class ObligationEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'measure_id' })
  measureId!: string;

  @Column({ type: 'date', name: 'period_start' })
  periodStart!: string;

  @Column({ type: 'date', name: 'period_end' })
  periodEnd!: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'date', name: 'grace_until' })
  graceUntil!: string;

  @Column({ type: 'text', name: 'waived_reason', nullable: true })
  waivedReason!: string | null;
}
