import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('adoption_point')
export class AdoptionPointEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'series_id' })
  seriesId!: string;

  @PrimaryColumn({ type: 'date' })
  month!: string;

  @Column({ type: 'numeric', name: 'actual_rate' })
  actualRate!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
