import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a benefit was taken over from when its owner or measurer left, and the ways to benefits by contribution and by measurer. */
export class BenefitLifeCycle1764000000011 implements MigrationInterface {
  name = 'BenefitLifeCycle1764000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table benefit
        add owner_handed_over_from uuid,
        add owner_handed_over_on date,
        add measurer_handed_over_from uuid,
        add measurer_handed_over_on date,
        add foreign key (organisation_id, owner_handed_over_from) references person (organisation_id, id),
        add foreign key (organisation_id, measurer_handed_over_from) references person (organisation_id, id),
        add check ((owner_handed_over_from is null) = (owner_handed_over_on is null)),
        add check ((measurer_handed_over_from is null) = (measurer_handed_over_on is null));
      comment on column benefit.owner_handed_over_from is 'The owner who left; the line manager has the benefit until somebody chooses an owner. Null = the owner was chosen.';
      comment on column benefit.measurer_handed_over_from is 'The measurer who left; null = the measurer was chosen.';
      create index benefit_contributes on benefit (organisation_id, contributes_to_id);
      create index benefit_measurer on benefit (organisation_id, measurer_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index benefit_measurer;
      drop index benefit_contributes;
      alter table benefit drop measurer_handed_over_on, drop measurer_handed_over_from, drop owner_handed_over_on, drop owner_handed_over_from;
    `);
  }
}
