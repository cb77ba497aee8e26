import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four eyes that no detour closes: whoever once reported an amount stays one of its reporters although another person changed it
 * since, and whoever answered for the benefit when it was reported does not become independent by handing over.
 */
export class FourEyesKept1764000000018 implements MigrationInterface {
  name = 'FourEyesKept1764000000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table finance_claim add reported_by uuid[] not null default '{}';
      comment on column finance_claim.reported_by is 'Everybody who ever reported or changed the amount; kept by the database, whatever a writer says. Empty on claims older than this column: there proposed_by is the one.';

      create function keep_four_eyes() returns trigger language plpgsql as $$
      declare
        reported_on date := (new.proposed_at at time zone 'Europe/Copenhagen')::date;
      begin
        new.reported_by := array[new.proposed_by];
        if tg_op = 'UPDATE' then
          new.reported_by := (select array_agg(distinct one) from unnest(old.reported_by || old.proposed_by || new.proposed_by) one);
        end if;
        -- That nobody decides what they reported last is a check of the table.
        if new.state not in ('approved','disputed') or new.decided_by = new.proposed_by then
          return new;
        end if;
        if new.decided_by = any(new.reported_by) then
          raise exception 'The validator reported the amount' using errcode = 'HA005';
        end if;
        if exists (select from role_assignment r join benefit b on b.organisation_id = r.organisation_id and b.id = new.benefit_id
            where r.organisation_id = new.organisation_id and r.person_id = new.decided_by and (r.valid_to is null or r.valid_to >= reported_on)
              and ((r.object_kind = 'benefit' and r.role = 'benefit_owner' and r.object_id = b.id)
                or (r.object_kind = 'initiative' and r.role = 'project_manager' and r.object_id = b.initiative_id))) then
          raise exception 'The validator answered for the benefit when the amount was reported' using errcode = 'HA005';
        end if;
        return new;
      end $$;
      create trigger keep_four_eyes before insert or update on finance_claim for each row execute function keep_four_eyes();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger keep_four_eyes on finance_claim;
      drop function keep_four_eyes();
      alter table finance_claim drop reported_by;
    `);
  }
}
