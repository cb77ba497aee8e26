import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('maturity_snapshot')
export class MaturitySnapshotEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'unit_id' })
  unitId!: string;

  @Column({ type: 'date', name: 'as_of' })
  asOf!: string;

  @Column({ type: 'timestamptz', name: 'known_at', default: () => 'clock_timestamp()' })
  knownAt!: Date;

  @Column({ type: 'text', name: 'definition_version' })
  definitionVersion!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'jsonb' })
  scores!: unknown;
}
