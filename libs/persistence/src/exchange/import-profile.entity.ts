import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_profile')
export class ImportProfileEntity {
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
  kind!: string;

  @Column({ type: 'text', name: 'heading_fingerprint' })
  headingFingerprint!: string;

  @Column({ type: 'jsonb' })
  mapping!: unknown;

  @Column({ type: 'jsonb' })
  options!: unknown;

  @Column({ type: 'timestamptz', name: 'used_at', default: () => 'now()' })
  usedAt!: Date;
}
