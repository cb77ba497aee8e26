import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('budget_version')
export class BudgetVersionEntity {
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
  name!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'text', default: () => "'original'" })
  kind!: string;

  @Column({ type: 'date', name: 'adopted_on' })
  adoptedOn!: string;
}
