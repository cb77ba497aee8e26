import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('change_activity')
export class ChangeActivityEntity {
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

  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'uuid', name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'numeric', name: 'hours_planned', nullable: true })
  hoursPlanned!: string | null;

  @Column({ type: 'bigint', name: 'budget_minor', nullable: true, transformer: wholeNumber })
  budgetMinor!: bigint | null;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'int', name: 'price_year', nullable: true })
  priceYear!: number | null;

  @Column({ type: 'int', name: 'persons_planned', nullable: true })
  personsPlanned!: number | null;

  @Column({ type: 'numeric', name: 'hours_needed', nullable: true })
  hoursNeeded!: string | null;

  @Column({ type: 'numeric', name: 'hours_delivered_released', nullable: true })
  hoursDeliveredReleased!: string | null;

  @Column({ type: 'date', name: 'done_on', nullable: true })
  doneOn!: string | null;
}
