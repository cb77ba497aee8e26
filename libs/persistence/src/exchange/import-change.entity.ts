import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_change')
export class ImportChangeEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'import_id' })
  importId!: string;

  @PrimaryColumn({ type: 'int' })
  sequence!: number;

  @Column({ type: 'text', name: 'table_name' })
  tableName!: string;

  @Column({ type: 'jsonb' })
  key!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown;
}
