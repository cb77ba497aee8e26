import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A budget that a claim names is what the claim says it is; another budget is another version. */
export class BudgetVersionsKept1764000000015 implements MigrationInterface {
  name = 'BudgetVersionsKept1764000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function keep_used_budget() returns trigger language plpgsql as $$
      begin
        -- A claim being written holds the version by its foreign key: this waits for it, and then sees it.
        perform from budget_version v where v.organisation_id = old.organisation_id and v.id = old.id for update;
        if exists (select from finance_claim c where c.organisation_id = old.organisation_id and c.budget_version_id = old.id) then
          raise exception 'A budget version that claims name does not change' using errcode = 'HA001';
        end if;
        return new;
      end $$;
      create trigger keep_used_budget before update on budget_version for each row execute function keep_used_budget();
      create index finance_claim_budget_version on finance_claim (organisation_id, budget_version_id) where budget_version_id is not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index finance_claim_budget_version;
      drop trigger keep_used_budget on budget_version;
      drop function keep_used_budget();
    `);
  }
}
