import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('cost_line')
export class CostLineEntity {
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

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'int', nullable: true })
  year!: number | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'bigint', name: 'plan_minor', nullable: true, transformer: wholeNumber })
  planMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'forecast_minor', nullable: true, transformer: wholeNumber })
  forecastMinor!: bigint | null;

  @Column({ type: 'bigint', name: 'actual_minor', nullable: true, transformer: wholeNumber })
  actualMinor!: bigint | null;

  @Column({ type: 'numeric', nullable: true })
  hours!: string | null;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'int', name: 'price_year', nullable: true })
  priceYear!: number | null;

  @Column({ type: 'boolean', name: 'is_change_effort', default: () => 'false' })
  isChangeEffort!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', name: 'external_key', nullable: true })
  externalKey!: string | null;
}
