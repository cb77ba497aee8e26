import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, secureTenantTable } from './tenant-table';

const TABLES = [
  'maturity_touched',
  'maturity_wanted',
  'maturity_done',
  'maturity_member',
  'maturity_member_change',
  'maturity_snapshot',
  'maturity_snapshot_member',
  'benefit_month',
];

/** What the maturity engine stores: wishes, finished work, member rows, their history, snapshots, money per month. */
export class Maturity1764000000005 implements MigrationInterface {
  name = 'Maturity1764000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create unlogged table maturity_touched (
        organisation_id int not null,
        transaction_id bigint not null default pg_current_xact_id()::text::bigint,
        scope_kind text not null,
        scope_id uuid not null,
        primary key (organisation_id, transaction_id, scope_kind, scope_id)
      );
      comment on table maturity_touched is 'Scopes that an open transaction has touched so far; its commit turns them into wishes and removes them, so nobody ever sees a row of another. Unlogged: what a crash leaves out was never committed.';

      create table maturity_wanted (
        organisation_id int not null references organisation,
        scope_kind text not null check (scope_kind in ('initiative','strategy','person_register')),
        scope_id uuid not null,
        v bigint not null default 1,
        wanted_at timestamptz not null default clock_timestamp(),
        changed_by uuid,
        primary key (organisation_id, scope_kind, scope_id)
      );
      comment on table maturity_wanted is 'A wish to recalculate: v rises with every write that touches the scope. It is data, so a lost queue loses nothing.';

      create table maturity_done (
        organisation_id int not null references organisation,
        scope_kind text not null,
        scope_id uuid not null,
        v bigint not null default 0,
        formula_version text,
        as_of date,
        computed_at timestamptz,
        next_change_at date,
        primary key (organisation_id, scope_kind, scope_id)
      );
      create index maturity_done_next on maturity_done (next_change_at) where next_change_at is not null;

      create table maturity_member (
        organisation_id int not null references organisation,
        scope_kind text not null,
        scope_id uuid not null,
        indicator_id text not null,
        object_id uuid not null,
        unit_id uuid not null,
        member_group text,
        numerator numeric not null,
        denominator numeric not null,
        status text not null check (status in ('counted','exempt','missing')),
        reason text not null,
        fresh boolean,
        next_change_at date,
        primary key (organisation_id, scope_kind, scope_id, indicator_id, object_id)
      );
      comment on table maturity_member is 'Derived from the source rows, which is why no foreign key leads to them: a row may be deleted before its scope is recomputed, and the change must be told then.';
      create index maturity_member_indicator on maturity_member (organisation_id, indicator_id, unit_id);

      create table maturity_member_change (
        organisation_id int not null references organisation,
        id uuid not null default gen_random_uuid(),
        changed_at timestamptz not null default clock_timestamp(),
        as_of date not null,
        scope_kind text not null,
        scope_id uuid not null,
        indicator_id text not null,
        object_id uuid not null,
        before jsonb,
        after jsonb,
        cause text not null check (cause in ('write','time','definition','rebuild')),
        v bigint not null,
        changed_by uuid,
        primary key (organisation_id, id)
      );
      create index maturity_member_change_time on maturity_member_change (organisation_id, as_of, indicator_id, object_id);
      ${appendOnly('maturity_member_change')}

      create table maturity_snapshot (
        organisation_id int not null references organisation,
        id uuid not null default gen_random_uuid(),
        unit_id uuid not null,
        as_of date not null,
        known_at timestamptz not null default clock_timestamp(),
        definition_version text not null,
        kind text not null check (kind in ('month_end','baseline')),
        scores jsonb not null,
        primary key (organisation_id, id)
      );
      comment on column maturity_snapshot.unit_id is 'No foreign key: a published figure stays when its unit is deleted (undo of an import).';
      create index maturity_snapshot_time on maturity_snapshot (organisation_id, unit_id, as_of desc, known_at desc);
      ${appendOnly('maturity_snapshot')}

      create table maturity_snapshot_member (
        organisation_id int not null references organisation,
        as_of date not null,
        known_at timestamptz not null,
        scope_kind text not null,
        scope_id uuid not null,
        indicator_id text not null,
        object_id uuid not null,
        unit_id uuid not null,
        member_group text,
        numerator numeric not null,
        denominator numeric not null,
        status text not null,
        reason text not null,
        fresh boolean,
        primary key (organisation_id, as_of, known_at, scope_kind, scope_id, indicator_id, object_id)
      );
      ${appendOnly('maturity_snapshot_member')}

      create table benefit_month (
        organisation_id int not null references organisation,
        benefit_id uuid not null,
        month date not null,
        initiative_id uuid not null,
        planned_minor bigint not null,
        realised_minor bigint not null,
        status text not null check (status in ('measured','not_measured','not_due')),
        primary key (organisation_id, benefit_id, month)
      );
      comment on table benefit_month is 'Money per benefit and month (F22 with the pool cap F14), stored by the recalculation of the initiative; signs by the benefit''s polarity are applied when summing.';
      create index benefit_month_time on benefit_month (organisation_id, month);
      create index benefit_month_initiative on benefit_month (organisation_id, initiative_id);
    `);
    for (const table of TABLES) await queryRunner.query(secureTenantTable(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${[...TABLES].reverse().join(', ')} cascade;`);
  }
}
