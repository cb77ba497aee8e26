import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which go-live a plan's dates were made for, so that a moved one shows as a delay instead of moving the plan. */
export class GoLiveAssumed1764000000016 implements MigrationInterface {
  name = 'GoLiveAssumed1764000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table benefit add go_live_assumed date;
      alter table plan_version add go_live_assumed date;
      comment on column benefit.go_live_assumed is 'The go-live the draft plan was made for; null = none was planned then. Set when the plan''s dates are made or moved, never by a go-live that moves.';
      comment on column plan_version.go_live_assumed is 'The go-live this version was made for; null = as the benefit''s.';

      -- Whoever adds a benefit (api, import, demo) makes its plan for the go-live of that day.
      create function assume_go_live() returns trigger language plpgsql as $$
      begin
        if new.go_live_assumed is null then
          select coalesce(i.go_live_actual, i.go_live_planned) into new.go_live_assumed
            from initiative i where i.organisation_id = new.organisation_id and i.id = new.initiative_id;
        end if;
        return new;
      end $$;
      create trigger assume_go_live before insert on benefit for each row execute function assume_go_live();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger assume_go_live on benefit;
      drop function assume_go_live();
      alter table plan_version drop go_live_assumed;
      alter table benefit drop go_live_assumed;
    `);
  }
}
