import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './tenant-table';

const SIGNATURE = 'recalculate_now(int, text, uuid, text)';

/** What a worker calls for one scope: everything in one round trip, so that a frozen worker holds no lock. */
export class RecalculateNow1764000000008 implements MigrationInterface {
  name = 'RecalculateNow1764000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function recalculate_now(of_organisation int, of_kind text, of_scope uuid, for_request text) returns boolean language plpgsql as $$
      declare
        was maturity_done; became maturity_done; today date;
      begin
        perform set_config('app.organisation_id', of_organisation::text, true), set_config('app.person_id', '', true),
          set_config('app.request_id', for_request, true);
        select (clock_timestamp() at time zone o.time_zone)::date into today from organisation o where o.organisation_id = of_organisation;
        if today is null then return false; end if;
        select * into was from maturity_done d where d.organisation_id = of_organisation and d.scope_kind = of_kind and d.scope_id = of_scope;
        perform recalculate_scope(of_organisation, of_kind, of_scope, today);
        select * into became from maturity_done d where d.organisation_id = of_organisation and d.scope_kind = of_kind and d.scope_id = of_scope;
        if became is not distinct from was then return false; end if;
        perform pg_notify('hoest_changes', json_build_object('organisationId', of_organisation, 'topic', 'maturity', 'id', of_scope)::text);
        return true;
      end $$;
      comment on function ${SIGNATURE} is 'Recomputes a scope as of the organisation''s own day and tells its browsers; false = it was up to date.';
      revoke all on function ${SIGNATURE} from public;
      grant execute on function ${SIGNATURE} to ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop function ${SIGNATURE}`);
  }
}
