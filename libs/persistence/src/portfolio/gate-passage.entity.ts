import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GateArtefact } from './json-columns';

@Entity('gate_passage')
export class GatePassageEntity {
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

  @Column({ type: 'uuid', name: 'initiative_id' })
  initiativeId!: string;

  @Column({ type: 'text' })
  gate!: string;

  @Column({ type: 'text', name: 'from_phase' })
  fromPhase!: string;

  @Column({ type: 'text', name: 'to_phase' })
  toPhase!: string;

  @Column({ type: 'date', name: 'phase_started_on' })
  phaseStartedOn!: string;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  artefacts!: GateArtefact[];

  @Column({ type: 'uuid', name: 'decision_id', nullable: true })
  decisionId!: string | null;
}
