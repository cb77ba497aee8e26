import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionCondition } from './json-columns';

@Entity('decision')
export class DecisionEntity {
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

  @Column({ type: 'uuid', name: 'initiative_id', nullable: true })
  initiativeId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'uuid', name: 'decider_id', nullable: true })
  deciderId!: string | null;

  @Column({ type: 'boolean', name: 'mandate_ok' })
  mandateOk!: boolean;

  @Column({ type: 'date', name: 'asked_on', nullable: true })
  askedOn!: string | null;

  @Column({ type: 'date', name: 'decided_on' })
  decidedOn!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  rationale!: string | null;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  conditions!: DecisionCondition[];

  @Column({ type: 'date', name: 'follow_up_due', nullable: true })
  followUpDue!: string | null;

  @Column({ type: 'date', name: 'executed_on', nullable: true })
  executedOn!: string | null;

  @Column({ type: 'boolean', default: () => 'false' })
  political!: boolean;

  @Column({ type: 'uuid', name: 'reverses_id', nullable: true })
  reversesId!: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  snapshot!: unknown;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
