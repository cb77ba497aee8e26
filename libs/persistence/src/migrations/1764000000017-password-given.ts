import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, DEFINER_ROLE } from './tenant-table';

/**
 * When whoever is at a session last gave the password, so that signing off can ask for it again. Sessions that were open
 * before are asked: row-level security hides their rows from a migration, so that none could be filled in.
 */
export class PasswordGiven1764000000017 implements MigrationInterface {
  name = 'PasswordGiven1764000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table session add password_given_at timestamptz not null default '-infinity';
      alter table session alter password_given_at set default now();
      comment on column session.password_given_at is 'When the account''s password was last given here, at sign-in or again; signing off takes one at most ten minutes old.';
    `);
    await replaceFindSession(queryRunner, {
      column: ', password_given_at timestamptz',
      value: ', s.password_given_at',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replaceFindSession(queryRunner, { column: '', value: '' });
    await queryRunner.query(`alter table session drop password_given_at`);
  }
}

/** What a function returns cannot be changed in place; it is dropped and made anew in the migration's one transaction. */
async function replaceFindSession(
  queryRunner: QueryRunner,
  { column, value }: { column: string; value: string },
): Promise<void> {
  await queryRunner.query(`
    drop function find_session(bytea);
    create function find_session(hash bytea) returns table (organisation_id int, session_id uuid, account_id uuid, person_id uuid, pseudonym_id uuid, csrf_token text, last_seen_at timestamptz, locale text, grants jsonb${column})
      language sql stable security definer set search_path = public, pg_temp as $$
      select s.organisation_id, s.id, s.account_id, a.person_id, p.pseudonym_id, s.csrf_token, s.last_seen_at, a.locale,
          coalesce((select jsonb_agg(jsonb_build_object('role', g.access_role, 'unitId', g.unit_id))
            from access_grant g where g.organisation_id = a.organisation_id and g.account_id = a.id), '[]')${value}
        from session s join account a on a.organisation_id = s.organisation_id and a.id = s.account_id
        join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
        where s.token_hash = hash and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes' and a.active and p.active
    $$;
    revoke all on function find_session(bytea) from public;
    grant execute on function find_session(bytea) to ${APP_ROLE};
    alter function find_session(bytea) owner to ${DEFINER_ROLE};
  `);
}
