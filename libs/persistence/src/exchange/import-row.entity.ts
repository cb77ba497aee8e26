import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_row')
export class ImportRowEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'import_id' })
  importId!: string;

  @PrimaryColumn({ type: 'int' })
  line!: number;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text', nullable: true })
  key!: string | null;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'jsonb' })
  values!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  issues!: unknown;

  @Column({ type: 'uuid', name: 'object_id', nullable: true })
  objectId!: string | null;
}
