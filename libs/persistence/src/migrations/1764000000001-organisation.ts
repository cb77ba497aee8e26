import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, secureTenantTable, versionedKey } from './tenant-table';

/** Organisations, units, people, roles, sign-in, dated settings. */
export class Organisation1764000000001 implements MigrationInterface {
  name = 'Organisation1764000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create extension if not exists pg_trgm;

      create table organisation (
        organisation_id int generated always as identity primary key,
        name text not null check (name <> ''),
        kind text not null check (kind in ('municipality','region','state','joint','other')),
        municipality_code text,
        cvr text,
        population int check (population >= 0),
        peer_group text,
        currency text not null default 'DKK' check (currency ~ '^[A-Z]{3}$'),
        locale text not null default 'da' check (locale in ('da','en')),
        time_zone text not null default 'Europe/Copenhagen',
        is_demo boolean not null default false,
        next_code jsonb not null default '{}',
        version int not null default 1,
        created_at timestamptz not null default now()
      );

      create table unit (
        ${versionedKey()},
        parent_id uuid,
        code text not null check (code <> ''),
        name text not null check (name <> ''),
        level int not null check (level >= 0),
        in_scope boolean not null default true,
        valid_from date not null,
        valid_to date,
        ancestor_ids uuid[] not null,
        external_id text,
        unique (organisation_id, code),
        foreign key (organisation_id, parent_id) references unit (organisation_id, id)
      );
      comment on column unit.ancestor_ids is 'The unit itself and every unit above it, root first; a subtree is "ancestor_ids @> array[id]".';
      create index unit_ancestors on unit using gin (ancestor_ids);

      create table person (
        ${versionedKey()},
        pseudonym_id uuid not null default gen_random_uuid(),
        unit_id uuid not null,
        name text not null check (name <> ''),
        email text,
        title text,
        manager_level text not null default 'none' check (manager_level in ('none','team','head','director','chief')),
        active boolean not null default true,
        valid_from date not null,
        valid_to date,
        external_id text,
        foreign key (organisation_id, unit_id) references unit (organisation_id, id)
      );
      create index person_unit on person (organisation_id, unit_id);
      create unique index person_email on person (organisation_id, lower(email)) where email is not null;

      create table role_assignment (
        ${versionedKey()},
        person_id uuid not null,
        object_kind text not null check (object_kind in ('organisation','unit','strategy','goal','initiative','benefit','process','system')),
        object_id uuid not null,
        role text not null check (role in ('portfolio_owner','steering_chair','project_owner','project_manager','benefit_owner','measurer',
          'change_lead','finance_controller','architect','process_owner','system_owner')),
        valid_from date not null,
        valid_to date,
        confirmed_on date,
        check (valid_to is null or valid_to >= valid_from),
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
      create index role_assignment_object on role_assignment (organisation_id, object_kind, object_id, role);
      create index role_assignment_person on role_assignment (organisation_id, person_id);

      create table account (
        ${versionedKey()},
        person_id uuid not null,
        email text not null check (email = lower(email)),
        password_hash text,
        locale text not null default 'da' check (locale in ('da','en')),
        active boolean not null default true,
        is_demo boolean not null default false,
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
      create unique index account_email on account (email);
      create unique index account_person on account (organisation_id, person_id);

      create table access_grant (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        access_role text not null check (access_role in ('administrator','portfolio_office','leader','project_manager','finance','auditor')),
        unit_id uuid,
        primary key (organisation_id, id),
        unique nulls not distinct (organisation_id, account_id, access_role, unit_id),
        foreign key (organisation_id, account_id) references account (organisation_id, id),
        foreign key (organisation_id, unit_id) references unit (organisation_id, id)
      );

      create table session (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        token_hash bytea not null,
        csrf_token text not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, account_id) references account (organisation_id, id)
      );
      create unique index session_token on session (token_hash);

      create table access_token (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        name text not null check (name <> ''),
        token_hash bytea not null,
        scopes text[] not null check (scopes <@ array['read','write','admin']),
        expires_on date not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (organisation_id, id),
        foreign key (organisation_id, account_id) references account (organisation_id, id)
      );
      create unique index access_token_hash on access_token (token_hash);

      create table setting (
        ${versionedKey()},
        name text not null,
        valid_from date not null,
        value jsonb not null,
        unique (organisation_id, name, valid_from)
      );

      create table idempotency_key (
        organisation_id int not null references organisation,
        account_id uuid not null,
        key text not null,
        request_hash text not null,
        status int,
        response jsonb,
        headers jsonb,
        created_at timestamptz not null default now(),
        primary key (organisation_id, account_id, key)
      );

      create table audit_event (
        organisation_id int not null references organisation,
        sequence bigint not null,
        id uuid not null,
        occurred_at timestamptz not null,
        actor_id uuid,
        actor_kind text not null check (actor_kind in ('person','token','job','system')),
        action text not null,
        object_kind text not null,
        object_id uuid,
        object_version int,
        parent_kind text,
        parent_id uuid,
        changes jsonb not null,
        reason text,
        request_id text not null,
        previous_hash bytea not null,
        hash bytea not null,
        primary key (organisation_id, sequence)
      );
      comment on column audit_event.actor_id is 'The pseudonym of the person, never the name: a person can be erased and the chain still holds.';
      comment on column audit_event.object_version is 'The version the object got by this change; tells what changed since a version somebody still holds.';
      create index audit_event_object on audit_event (organisation_id, object_kind, object_id, sequence desc);
      create index audit_event_parent on audit_event (organisation_id, parent_kind, parent_id, sequence desc);
      create index audit_event_time on audit_event (organisation_id, occurred_at desc, sequence desc);
      ${appendOnly('audit_event')}

      create table audit_head (
        organisation_id int primary key references organisation,
        sequence bigint not null,
        hash bytea not null
      );

      create table outbox (
        organisation_id int not null references organisation,
        id bigint generated always as identity,
        job_name text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        primary key (organisation_id, id)
      );

      create table job (
        ${versionedKey()},
        kind text not null,
        state text not null default 'pending' check (state in ('pending','running','completed','failed','cancelled')),
        phase text not null default 'waiting',
        done int not null default 0,
        total int,
        subject_kind text,
        subject_id uuid,
        result jsonb,
        problem jsonb,
        cancel_requested boolean not null default false,
        created_by uuid,
        request_id text not null,
        attempts int not null default 0,
        started_at timestamptz,
        finished_at timestamptz,
        heartbeat_at timestamptz
      );
      comment on column job.created_by is 'The person who asked; null = the product itself.';
      comment on column job.attempts is 'How often a worker took the job up. The run that took it up last is the only one that may report, write and end it.';
      create index job_created on job (organisation_id, created_at desc);

      create table failed_job (
        organisation_id int not null references organisation,
        id uuid not null default gen_random_uuid(),
        job_name text not null,
        payload jsonb not null,
        reason text not null,
        request_id text,
        failed_at timestamptz not null default now(),
        retried_at timestamptz,
        primary key (organisation_id, id)
      );
    `);
    for (const table of [
      'organisation',
      'unit',
      'person',
      'role_assignment',
      'account',
      'access_grant',
      'session',
      'access_token',
      'setting',
      'idempotency_key',
      'audit_event',
      'audit_head',
      'outbox',
      'job',
      'failed_job',
    ]) {
      await queryRunner.query(secureTenantTable(table));
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table failed_job, job, outbox, audit_head, audit_event, idempotency_key, setting, access_token, session, access_grant,
        account, role_assignment, person, unit, organisation cascade;
      drop function refuse_change();
    `);
  }
}
