import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('initiative_affected_unit')
export class InitiativeAffectedUnitEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'initiative_id' })
  initiativeId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'unit_id' })
  unitId!: string;

  @Column({ type: 'numeric', precision: 5, scale: 4, nullable: true })
  share!: string | null;
}
