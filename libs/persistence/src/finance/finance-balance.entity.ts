import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../database/whole-number';

@Entity('finance_balance')
export class FinanceBalanceEntity {
  @PrimaryColumn({ type: 'int', name: 'organisation_id' })
  organisationId!: number;

  @PrimaryColumn({ type: 'uuid', name: 'benefit_id' })
  benefitId!: string;

  @PrimaryColumn({ type: 'int' })
  year!: number;

  @Column({ type: 'bigint', name: 'quality_assured_minor', default: () => '0', transformer: wholeNumber })
  qualityAssuredMinor!: bigint;

  @Column({ type: 'bigint', name: 'budgeted_minor', default: () => '0', transformer: wholeNumber })
  budgetedMinor!: bigint;

  @Column({ type: 'bigint', name: 'taken_out_minor', default: () => '0', transformer: wholeNumber })
  takenOutMinor!: bigint;

  @Column({ type: 'bigint', name: 'confirmed_minor', default: () => '0', transformer: wholeNumber })
  confirmedMinor!: bigint;
}
