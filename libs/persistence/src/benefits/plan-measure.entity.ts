import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_measure')
export class PlanMeasureEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'plan_version_id' })
  planVersionId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'measure_id' })
  measureId!: string;

  @Column({ type: 'numeric', name: 'baseline_value', nullable: true })
  baselineValue!: string | null;

  @Column({ type: 'date', name: 'baseline_on', nullable: true })
  baselineOn!: string | null;

  @Column({ type: 'text', name: 'baseline_evidence_kind', nullable: true })
  baselineEvidenceKind!: string | null;

  @Column({ type: 'text' })
  interpolation!: string;
}
