import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bumpTriggersSql, SCOPES_TO_BUMP } from '../maturity/scopes-to-bump';
import { APP_ROLE, DEFINER_ROLE } from './tenant-table';

/** Functions that precede or span organisations; each returns as little as its caller needs. */
const DEFINER_FUNCTIONS = [
  'find_session(bytea)',
  'find_access_token(bytea)',
  'find_sign_in(text)',
  'take_outbox(int)',
  'overdue_scopes(interval, int)',
  'scopes_due_by(date)',
  'stale_jobs(interval)',
  'every_organisation()',
  'demo_accounts()',
  'purge_expired()',
  'health_signs()',
  'close_healed_failures()',
];

/** Access roles of the account `a` as JSON, so that a sign-in is known with all it may do after one look-up. */
const GRANTS_OF_ACCOUNT = `coalesce((select jsonb_agg(jsonb_build_object('role', g.access_role, 'unitId', g.unit_id))
            from access_grant g where g.organisation_id = a.organisation_id and g.account_id = a.id), '[]')`;

/** Columns that name who answers for a row, and the role assignment whose history they keep. */
const ROLE_COLUMNS = [
  ['owner', 'initiative', 'initiative', 'project_owner', 'owner_id'],
  ['manager', 'initiative', 'initiative', 'project_manager', 'manager_id'],
  ['benefit_owner', 'benefit', 'benefit', 'benefit_owner', 'owner_id'],
  ['measurer', 'benefit', 'benefit', 'measurer', 'measurer_id'],
] as const;

/** Sign-in look-ups, relay, sweep, role history, and the triggers that bump maturity scopes. */
export class Functions1764000000006 implements MigrationInterface {
  name = 'Functions1764000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create type scope_key as (organisation_id int, scope_kind text, scope_id uuid);

      -- Notes what a statement touches; the wishes follow when the transaction commits.
      create function touch_scopes(touched scope_key[]) returns void language sql as $$
        insert into maturity_touched (organisation_id, scope_kind, scope_id)
          select t.organisation_id, t.scope_kind, t.scope_id from unnest(touched) t on conflict do nothing
      $$;

      create function flush_touched_scopes() returns trigger language plpgsql as $$
      declare
        this_transaction bigint := pg_current_xact_id()::text::bigint;
        touched scope_key[];
      begin
        -- The transaction may have worked for another organisation since.
        if current_setting('app.organisation_id', true) is distinct from new.organisation_id::text then
          perform set_config('app.organisation_id', new.organisation_id::text, true);
        end if;
        -- Fires for every row at commit; the first one wishes for all, the others find their row gone.
        if not exists (select from maturity_touched t where t.organisation_id = new.organisation_id and t.transaction_id = this_transaction
            and t.scope_kind = new.scope_kind and t.scope_id = new.scope_id) then return null; end if;
        with gone as (
          delete from maturity_touched t where t.organisation_id = new.organisation_id and t.transaction_id = this_transaction
            returning t.organisation_id, t.scope_kind, t.scope_id
        )
        select array_agg((g.organisation_id, g.scope_kind, g.scope_id)::scope_key order by g.scope_kind, g.scope_id) into touched from gone g;
        -- Sorted, so that two writers that touch the same scopes take the row locks in the same order.
        insert into maturity_wanted as w (organisation_id, scope_kind, scope_id, changed_by)
          select t.organisation_id, t.scope_kind, t.scope_id, nullif(current_setting('app.person_id', true), '')::uuid
          from unnest(touched) t order by t.organisation_id, t.scope_kind, t.scope_id
          on conflict (organisation_id, scope_kind, scope_id) do update
            set v = w.v + 1, wanted_at = clock_timestamp(), changed_by = excluded.changed_by;
        -- A bulk write leaves one wake-up for the sweep instead of thousands of outbox rows.
        if cardinality(touched) <= 200 then
          insert into outbox (organisation_id, job_name, payload)
            select t.organisation_id, 'recalculate-scope', jsonb_build_object('organisationId', t.organisation_id, 'scopeKind', t.scope_kind,
              'scopeId', t.scope_id, 'requestId', coalesce(nullif(current_setting('app.request_id', true), ''), 'none')) from unnest(touched) t;
        else
          insert into outbox (organisation_id, job_name, payload)
            select new.organisation_id, 'sweep-scopes', jsonb_build_object('organisationId', new.organisation_id,
              'requestId', coalesce(nullif(current_setting('app.request_id', true), ''), 'none'));
        end if;
        perform pg_notify('hoest_outbox', '');
        return null;
      end $$;
      create constraint trigger flush_touched_scopes after insert on maturity_touched deferrable initially deferred
        for each row execute function flush_touched_scopes();

      -- Once per statement, not per row: the assignments it writes bump everything their person answers for, which for
      -- thousands of initiatives of one owner would be done thousands of times.
      create function keep_role_history() returns trigger language plpgsql as $$
      declare
        today date := coalesce(nullif(current_setting('app.effective_on', true), '')::date, (now() at time zone 'Europe/Copenhagen')::date);
        kind text := tg_argv[0]; role_name text := tg_argv[1]; holder text := tg_argv[2];
        changed jsonb;
      begin
        if current_setting('app.role_history', true) = 'off' then return null; end if;
        if tg_op = 'INSERT' then
          select jsonb_agg(jsonb_build_object('o', n.organisation_id, 'i', n.id, 'now', to_jsonb(n) -> holder)) into changed
            from new_rows n where to_jsonb(n) ->> holder is not null;
        else
          select jsonb_agg(jsonb_build_object('o', n.organisation_id, 'i', n.id, 'was', to_jsonb(o) -> holder, 'now', to_jsonb(n) -> holder)) into changed
            from old_rows o join new_rows n on o.organisation_id = n.organisation_id and o.id = n.id
            where to_jsonb(o) ->> holder is distinct from to_jsonb(n) ->> holder;
        end if;
        if changed is null then return null; end if;
        update role_assignment r set valid_to = greatest(r.valid_from, today), updated_at = now(), version = r.version + 1
          from jsonb_to_recordset(changed) as c(o int, i uuid, was uuid)
          where c.was is not null and r.organisation_id = c.o and r.object_kind = kind and r.object_id = c.i and r.role = role_name
            and r.person_id = c.was and (r.valid_to is null or r.valid_to > today);
        insert into role_assignment (organisation_id, person_id, object_kind, object_id, role, valid_from, confirmed_on)
          select c.o, c.now, kind, c.i, role_name, today, today from jsonb_to_recordset(changed) as c(o int, i uuid, now uuid)
          where c.now is not null;
        return null;
      end $$;
${ROLE_COLUMNS.map(
  ([name, table, kind, role, column]) => `
      create trigger role_${name}_insert after insert on ${table} referencing new table as new_rows
        for each statement execute function keep_role_history('${kind}', '${role}', '${column}');
      create trigger role_${name}_update after update on ${table} referencing old table as old_rows new table as new_rows
        for each statement execute function keep_role_history('${kind}', '${role}', '${column}');`,
).join('')}

      create function find_session(hash bytea) returns table (organisation_id int, session_id uuid, account_id uuid, person_id uuid, pseudonym_id uuid, csrf_token text, last_seen_at timestamptz, locale text, grants jsonb)
        language sql stable security definer set search_path = public, pg_temp as $$
        select s.organisation_id, s.id, s.account_id, a.person_id, p.pseudonym_id, s.csrf_token, s.last_seen_at, a.locale,
            ${GRANTS_OF_ACCOUNT}
          from session s join account a on a.organisation_id = s.organisation_id and a.id = s.account_id
          join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
          where s.token_hash = hash and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes' and a.active and p.active
      $$;

      create function find_access_token(hash bytea) returns table (organisation_id int, token_id uuid, account_id uuid, person_id uuid, pseudonym_id uuid, scopes text[], last_used_at timestamptz, locale text, grants jsonb)
        language sql stable security definer set search_path = public, pg_temp as $$
        select t.organisation_id, t.id, t.account_id, a.person_id, p.pseudonym_id, t.scopes, t.last_used_at, a.locale,
            ${GRANTS_OF_ACCOUNT}
          from access_token t join account a on a.organisation_id = t.organisation_id and a.id = t.account_id
          join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
          where t.token_hash = hash and t.revoked_at is null and t.expires_on >= (now() at time zone 'Europe/Copenhagen')::date and a.active and p.active
      $$;

      create function find_sign_in(address text) returns table (organisation_id int, account_id uuid, person_id uuid, pseudonym_id uuid, password_hash text, locale text, grants jsonb)
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.organisation_id, a.id, a.person_id, p.pseudonym_id, a.password_hash, a.locale,
            ${GRANTS_OF_ACCOUNT}
          from account a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
          where a.email = lower(address) and a.active and p.active
      $$;

      create function demo_accounts() returns table (email text, name text, title text, access_role text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.email, p.name, p.title, min(g.access_role) from account a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
          join access_grant g on g.organisation_id = a.organisation_id and g.account_id = a.id
          where a.is_demo and a.active group by a.email, p.name, p.title order by min(a.created_at), a.email
      $$;

      create function take_outbox(most int) returns table (id bigint, organisation_id int, job_name text, payload jsonb)
        language sql volatile security definer set search_path = public, pg_temp as $$
        delete from outbox o where (o.organisation_id, o.id) in (select x.organisation_id, x.id from outbox x order by x.id for update skip locked limit most)
          returning o.id, o.organisation_id, o.job_name, o.payload
      $$;

      create function overdue_scopes(older_than interval, most int) returns table (organisation_id int, scope_kind text, scope_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select w.organisation_id, w.scope_kind, w.scope_id from maturity_wanted w
          left join maturity_done d on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
          where w.v > coalesce(d.v, 0) and w.wanted_at < clock_timestamp() - older_than
          order by w.wanted_at limit most
      $$;

      create function scopes_due_by(as_of date) returns table (organisation_id int, scope_kind text, scope_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select d.organisation_id, d.scope_kind, d.scope_id from maturity_done d where d.next_change_at <= as_of and d.as_of < as_of
      $$;

      create function stale_jobs(older_than interval) returns table (organisation_id int, job_id uuid, kind text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select j.organisation_id, j.id, j.kind from job j where j.state in ('pending','running')
          and coalesce(j.heartbeat_at, j.created_at) < clock_timestamp() - older_than
      $$;

      create function every_organisation() returns table (organisation_id int)
        language sql stable security definer set search_path = public, pg_temp as $$ select o.organisation_id from organisation o order by 1 $$;

      create function health_signs() returns table (outbox_age double precision, failed_jobs int, overdue_scopes int)
        language sql stable security definer set search_path = public, pg_temp as $$
        select (select extract(epoch from clock_timestamp() - min(created_at))::double precision from outbox),
          (select count(*)::int from (select 1 from failed_job where retried_at is null limit 100) f),
          (select count(*)::int from overdue_scopes(interval '1 minute', 1))
      $$;

      create function purge_expired() returns void language sql volatile security definer set search_path = public, pg_temp as $$
        delete from idempotency_key where created_at < now() - interval '48 hours';
        delete from session where expires_at < now() or last_seen_at < now() - interval '30 minutes';
      $$;

      -- A scope that failed and has been recomputed since needs nobody any more.
      create function close_healed_failures() returns void language sql volatile security definer set search_path = public, pg_temp as $$
        update failed_job f set retried_at = clock_timestamp()
          where f.retried_at is null and f.job_name = 'recalculate-scope' and not exists (
            select from maturity_wanted w left join maturity_done d
              on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
              where w.organisation_id = f.organisation_id and w.scope_kind = f.payload ->> 'scopeKind'
                and w.scope_id = (f.payload ->> 'scopeId')::uuid and w.v > coalesce(d.v, 0))
      $$;
    `);
    const reads = [
      'session',
      'account',
      'person',
      'access_token',
      'access_grant',
      'organisation',
      'maturity_wanted',
      'maturity_done',
      'job',
      'idempotency_key',
      'outbox',
      'failed_job',
    ];
    for (const table of reads) {
      await queryRunner.query(
        `create policy across_organisations on ${table} to ${DEFINER_ROLE} using (true); grant select on ${table} to ${DEFINER_ROLE};`,
      );
    }
    for (const table of ['outbox', 'idempotency_key', 'session'])
      await queryRunner.query(`grant delete, update on ${table} to ${DEFINER_ROLE};`);
    await queryRunner.query(`grant update on failed_job to ${DEFINER_ROLE};`);
    for (const signature of DEFINER_FUNCTIONS) {
      await queryRunner.query(
        `revoke all on function ${signature} from public; grant execute on function ${signature} to ${APP_ROLE}; alter function ${signature} owner to ${DEFINER_ROLE};`,
      );
    }
    for (const [table, entry] of Object.entries(SCOPES_TO_BUMP)) await queryRunner.query(bumpTriggersSql(table, entry));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(SCOPES_TO_BUMP)) {
      await queryRunner.query(
        `drop function bump_${table}_insert() cascade; drop function bump_${table}_update() cascade; drop function bump_${table}_delete() cascade;`,
      );
    }
    for (const signature of DEFINER_FUNCTIONS) await queryRunner.query(`drop function ${signature};`);
    await queryRunner.query(
      `drop function keep_role_history() cascade; drop function touch_scopes(scope_key[]); drop function flush_touched_scopes() cascade; drop type scope_key;`,
    );
  }
}
