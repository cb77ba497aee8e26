import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pool and price year of a benefit with validated amounts do not change: a benefit that left its pool afterwards would free what it
 * took from it for others to claim once more, and another price year would make other money of the same promise.
 */
export class ValidatedPromiseKept1764000000019 implements MigrationInterface {
  name = 'ValidatedPromiseKept1764000000019';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function keep_validated_promise() returns trigger language plpgsql as $$
      begin
        if exists (select from finance_balance f where f.organisation_id = new.organisation_id and f.benefit_id = new.id and f.quality_assured_minor > 0) then
          raise exception 'Pool and price year of a benefit with validated amounts do not change' using errcode = 'HA003';
        end if;
        return new;
      end $$;
      create trigger keep_validated_promise before update on benefit for each row
        when (new.pool_id is distinct from old.pool_id or new.price_year is distinct from old.price_year)
        execute function keep_validated_promise();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger keep_validated_promise on benefit;
      drop function keep_validated_promise();
    `);
  }
}
