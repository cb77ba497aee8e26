import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';
import type { Absence } from '../portfolio/json-columns';

@Entity('benefit')
export class BenefitEntity {
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
  title!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text', default: () => "'identified'" })
  state!: string;

  @Column({ type: 'date', name: 'state_since', default: () => 'CURRENT_DATE' })
  stateSince!: string;

  @Column({ type: 'text', name: 'state_reason', nullable: true })
  stateReason!: string | null;

  @Column({ type: 'text' })
  class!: string;

  @Column({ type: 'text', default: () => "'own_org'" })
  beneficiary!: string;

  @Column({ type: 'smallint', default: () => '1' })
  polarity!: number;

  @Column({ type: 'boolean' })
  monetised!: boolean;

  @Column({ type: 'bigint', name: 'full_year_value_minor', nullable: true, transformer: wholeNumber })
  fullYearValueMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'whole_life_value_minor', nullable: true, transformer: wholeNumber })
  wholeLifeValueMinor!: bigint | null;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'int', name: 'price_year', nullable: true })
  priceYear!: number | null;

  @Column({ type: 'date', name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column({ type: 'uuid', name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'uuid', name: 'owner_unit_id', nullable: true })
  ownerUnitId!: string | null;

  @Column({ type: 'uuid', name: 'measurer_id', nullable: true })
  measurerId!: string | null;

  @Column({ type: 'uuid', name: 'owner_handed_over_from', nullable: true })
  ownerHandedOverFrom!: string | null;

  @Column({ type: 'date', name: 'owner_handed_over_on', nullable: true })
  ownerHandedOverOn!: string | null;

  @Column({ type: 'uuid', name: 'measurer_handed_over_from', nullable: true })
  measurerHandedOverFrom!: string | null;

  @Column({ type: 'date', name: 'measurer_handed_over_on', nullable: true })
  measurerHandedOverOn!: string | null;

  @Column({ type: 'uuid', name: 'goal_id', nullable: true })
  goalId!: string | null;

  @Column({ type: 'uuid', name: 'contributes_to_id', nullable: true })
  contributesToId!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 4, default: () => '1' })
  attribution!: string;

  @Column({ type: 'text', name: 'attribution_note', nullable: true })
  attributionNote!: string | null;

  @Column({ type: 'uuid', name: 'pool_id', nullable: true })
  poolId!: string | null;

  @Column({ type: 'text', name: 'estimate_basis', nullable: true })
  estimateBasis!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 4, nullable: true })
  confidence!: string | null;

  @Column({ type: 'bigint', name: 'estimate_low_minor', nullable: true, transformer: wholeNumber })
  estimateLowMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'estimate_likely_minor', nullable: true, transformer: wholeNumber })
  estimateLikelyMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'estimate_high_minor', nullable: true, transformer: wholeNumber })
  estimateHighMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'cost_of_measuring_minor', nullable: true, transformer: wholeNumber })
  costOfMeasuringMinor!: bigint | null;

  @Column({ type: 'boolean', name: 'test_description', nullable: true })
  testDescription!: boolean | null;

  @Column({ type: 'boolean', name: 'test_observation', nullable: true })
  testObservation!: boolean | null;

  @Column({ type: 'boolean', name: 'test_attribution', nullable: true })
  testAttribution!: boolean | null;

  @Column({ type: 'boolean', name: 'test_measurement', nullable: true })
  testMeasurement!: boolean | null;

  @Column({ type: 'jsonb', nullable: true })
  calculation!: unknown;

  @Column({ type: 'date', name: 'go_live_assumed', nullable: true })
  goLiveAssumed!: string | null;

  @Column({ type: 'date', name: 'approved_on', nullable: true })
  approvedOn!: string | null;

  @Column({ type: 'date', name: 'frozen_on', nullable: true })
  frozenOn!: string | null;

  @Column({ type: 'date', name: 'first_realised_on', nullable: true })
  firstRealisedOn!: string | null;

  @Column({ type: 'date', name: 'confirmed_on', nullable: true })
  confirmedOn!: string | null;

  @Column({ type: 'text', name: 'external_key', nullable: true })
  externalKey!: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  absences!: Record<string, Absence>;

  @Column({ type: 'text', nullable: true })
  account!: string | null;

  @Column({ type: 'text', name: 'cost_centre', nullable: true })
  costCentre!: string | null;

  @Column({ type: 'boolean', name: 'scope_reduction', default: () => 'false' })
  scopeReduction!: boolean;

  @Column({ type: 'text', name: 'hours_used_for', nullable: true })
  hoursUsedFor!: string | null;
}
