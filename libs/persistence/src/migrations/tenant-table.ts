/**
 * SQL fragments that every table of an organisation is made of, so that the rules of row-level security are written once.
 *
 * The policy reads the organisation from a transaction-local setting. After a transaction the setting is the empty
 * string, which is why `nullif` stands there: without it the next query of the pooled connection would fail.
 */

/** Role the api and the worker connect as: owns nothing, cannot bypass row-level security, cannot change the schema. */
export const APP_ROLE = 'hoest_app';

/** Role without sign-in that owns the few functions which must look across organisations (sign-in, relay, sweep). */
export const DEFINER_ROLE = 'hoest_definer';

/** Role for reading only, for reports and support. */
export const READER_ROLE = 'hoest_reader';

/** Key columns of a table whose rows are edited: organisation first, UUID second, optimistic version, times. */
export function versionedKey(): string {
  return `organisation_id int not null references organisation,
        id uuid not null default gen_random_uuid(),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organisation_id, id)`;
}

/** Turns row-level security on for the table, also for its owner, and lets the application's role work inside its organisation. */
export function secureTenantTable(table: string, grants = 'select, insert, update, delete'): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy own_organisation on ${table}
      using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::int))
      with check (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::int));
    grant ${grants} on ${table} to ${APP_ROLE};
    grant select on ${table} to ${READER_ROLE};
  `;
}

/** Refuses UPDATE, DELETE and TRUNCATE for everyone, the owner included: facts are corrected by a new, dated row. */
export function appendOnly(table: string): string {
  return `
    create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'Rows of % are append-only; record a correction instead', tg_table_name using errcode = 'HA001';
    end $$;
    create trigger refuse_change before update or delete on ${table} for each row execute function refuse_change();
    create trigger refuse_truncate before truncate on ${table} for each statement execute function refuse_change();
  `;
}
