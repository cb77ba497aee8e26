import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';
import type { Absence } from './json-columns';

@Entity('initiative')
export class InitiativeEntity {
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
  code!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text', name: 'expected_gain', nullable: true })
  expectedGain!: string | null;

  @Column({ type: 'bigint', name: 'rough_cost_minor', nullable: true, transformer: wholeNumber })
  roughCostMinor!: bigint | null;

  @Column({ type: 'text', default: () => "'DKK'" })
  currency!: string;

  @Column({ type: 'text', default: () => "'project'" })
  kind!: string;

  @Column({ type: 'text', default: () => "'idea'" })
  phase!: string;

  @Column({ type: 'text', name: 'phase_before_hold', nullable: true })
  phaseBeforeHold!: string | null;

  @Column({ type: 'date', name: 'phase_since', default: () => 'CURRENT_DATE' })
  phaseSince!: string;

  @Column({ type: 'boolean', default: () => 'false' })
  mandatory!: boolean;

  @Column({ type: 'text', name: 'legal_ref', nullable: true })
  legalRef!: string | null;

  @Column({ type: 'text', array: true, name: 'joint_with', default: () => "'{}'" })
  jointWith!: string[];

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: string;

  @Column({ type: 'int', name: 'affected_staff', nullable: true })
  affectedStaff!: number | null;

  @Column({ type: 'text', name: 'size_class', nullable: true })
  sizeClass!: string | null;

  @Column({ type: 'text', name: 'project_model', nullable: true })
  projectModel!: string | null;

  @Column({ type: 'date', name: 'start_planned', nullable: true })
  startPlanned!: string | null;

  @Column({ type: 'date', name: 'start_actual', nullable: true })
  startActual!: string | null;

  @Column({ type: 'date', name: 'go_live_first_planned', nullable: true })
  goLiveFirstPlanned!: string | null;

  @Column({ type: 'date', name: 'go_live_planned', nullable: true })
  goLivePlanned!: string | null;

  @Column({ type: 'date', name: 'go_live_actual', nullable: true })
  goLiveActual!: string | null;

  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Column({ type: 'uuid', name: 'primary_goal_id', nullable: true })
  primaryGoalId!: string | null;

  @Column({ type: 'uuid', name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'uuid', name: 'manager_id', nullable: true })
  managerId!: string | null;

  @Column({ type: 'boolean', name: 'changes_citizen_service', nullable: true })
  changesCitizenService!: boolean | null;

  @Column({ type: 'boolean', name: 'citizen_facing', nullable: true })
  citizenFacing!: boolean | null;

  @Column({ type: 'boolean', name: 'has_it_delivery', nullable: true })
  hasItDelivery!: boolean | null;

  @Column({ type: 'boolean', name: 'process_change_expected', nullable: true })
  processChangeExpected!: boolean | null;

  @Column({ type: 'boolean', name: 'replaces_old_way', nullable: true })
  replacesOldWay!: boolean | null;

  @Column({ type: 'boolean', name: 'dependencies_answered', nullable: true })
  dependenciesAnswered!: boolean | null;

  @Column({ type: 'boolean', name: 'benefit_exempt', default: () => 'false' })
  benefitExempt!: boolean;

  @Column({ type: 'text', name: 'benefit_exempt_reason', nullable: true })
  benefitExemptReason!: string | null;

  @Column({ type: 'text', name: 'status_rag', nullable: true })
  statusRag!: string | null;

  @Column({ type: 'text', name: 'status_note', nullable: true })
  statusNote!: string | null;

  @Column({ type: 'date', name: 'status_confirmed_on', nullable: true })
  statusConfirmedOn!: string | null;

  @Column({ type: 'uuid', name: 'status_confirmed_by', nullable: true })
  statusConfirmedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  category!: string | null;

  @Column({ type: 'text', name: 'external_key', nullable: true })
  externalKey!: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  absences!: Record<string, Absence>;
}
