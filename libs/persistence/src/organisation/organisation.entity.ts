import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryGeneratedColumn('identity', { name: 'organisation_id', type: 'int', generatedIdentity: 'ALWAYS' })
  organisationId!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'municipality_code', nullable: true })
  municipalityCode!: string | null;

  @Column({ type: 'text', nullable: true })
  cvr!: string | null;

  @Column({ type: 'int', nullable: true })
  population!: number | null;

  @Column({ type: 'text', name: 'peer_group', nullable: true })
  peerGroup!: string | null;

  @Column({ type: 'text', default: () => "'DKK'" })
  currency!: string;

  @Column({ type: 'text', default: () => "'da'" })
  locale!: string;

  @Column({ type: 'text', name: 'time_zone', default: () => "'Europe/Copenhagen'" })
  timeZone!: string;

  @Column({ type: 'boolean', name: 'is_demo', default: () => 'false' })
  isDemo!: boolean;

  @Column({ type: 'jsonb', name: 'next_code', default: () => "'{}'" })
  nextCode!: Record<string, number>;

  @Column({ type: 'int', default: () => '1' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
