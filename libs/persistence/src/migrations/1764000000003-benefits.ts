import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, secureTenantTable, versionedKey } from './tenant-table';

const TABLES = [
  'benefit_pool',
  'benefit',
  'pool_share',
  'measure',
  'baseline',
  'target_point',
  'plan_version',
  'plan_measure',
  'plan_point',
  'obligation',
  'measurement',
  'attachment',
];

/** Benefits with measures, baselines, target paths, frozen plans, obligations and measurements. */
export class Benefits1764000000003 implements MigrationInterface {
  name = 'Benefits1764000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table benefit_pool (
        ${versionedKey()},
        name text not null check (name <> ''),
        cost_base text,
        measure text,
        period_from date not null,
        period_to date,
        removable_per_month_minor bigint not null check (removable_per_month_minor >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$')
      );
      comment on column benefit_pool.removable_per_month_minor is 'What can be removed from the cost base in one month, in minor units; claims above it are scaled down (F14).';

      create table benefit (
        ${versionedKey()},
        initiative_id uuid not null,
        title text not null check (title <> ''),
        description text,
        state text not null default 'identified' check (state in ('identified','profiled','approved','in_realisation','realised','sustained','closed','rejected','written_off','transferred')),
        state_since date not null default current_date,
        state_reason text,
        class text not null check (class in ('cash_releasing','income','cost_avoidance','capacity','quality','risk_compliance','work_environment','climate')),
        beneficiary text not null default 'own_org' check (beneficiary in ('own_org','citizen','business','other_public')),
        polarity smallint not null default 1 check (polarity in (1, -1)),
        monetised boolean not null,
        full_year_value_minor bigint check (full_year_value_minor >= 0),
        whole_life_value_minor bigint check (whole_life_value_minor >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        price_year int check (price_year between 1990 and 2100),
        starts_on date,
        ends_on date,
        owner_id uuid,
        owner_unit_id uuid,
        measurer_id uuid,
        goal_id uuid,
        contributes_to_id uuid,
        attribution numeric(5,4) not null default 1 check (attribution between 0 and 1),
        attribution_note text,
        pool_id uuid,
        estimate_basis text check (estimate_basis in ('measured_pilot','comparable','expert','assumption')),
        confidence numeric(5,4) check (confidence between 0 and 1),
        estimate_low_minor bigint,
        estimate_likely_minor bigint,
        estimate_high_minor bigint,
        cost_of_measuring_minor bigint check (cost_of_measuring_minor >= 0),
        test_description boolean,
        test_observation boolean,
        test_attribution boolean,
        test_measurement boolean,
        calculation jsonb,
        approved_on date,
        frozen_on date,
        first_realised_on date,
        confirmed_on date,
        external_key text,
        absences jsonb not null default '{}',
        check (monetised or full_year_value_minor is null),
        check (ends_on is null or starts_on is null or ends_on >= starts_on),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id),
        foreign key (organisation_id, owner_id) references person (organisation_id, id),
        foreign key (organisation_id, measurer_id) references person (organisation_id, id),
        foreign key (organisation_id, owner_unit_id) references unit (organisation_id, id),
        foreign key (organisation_id, goal_id) references goal (organisation_id, id),
        foreign key (organisation_id, contributes_to_id) references benefit (organisation_id, id),
        foreign key (organisation_id, pool_id) references benefit_pool (organisation_id, id)
      );
      comment on column benefit.whole_life_value_minor is 'Total the source promised without saying per year; shown as promised, never turned into yearly money by guess.';
      create index benefit_initiative on benefit (organisation_id, initiative_id);
      create index benefit_owner on benefit (organisation_id, owner_id);
      create index benefit_goal on benefit (organisation_id, goal_id);
      create index benefit_pool_members on benefit (organisation_id, pool_id);
      create unique index benefit_external_key on benefit (organisation_id, initiative_id, external_key) where external_key is not null;

      create table pool_share (
        organisation_id int not null,
        pool_id uuid not null,
        benefit_id uuid not null,
        share numeric(5,4) not null check (share between 0 and 1),
        primary key (organisation_id, pool_id, benefit_id),
        foreign key (organisation_id, pool_id) references benefit_pool (organisation_id, id) on delete cascade,
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id) on delete cascade
      );
      comment on table pool_share is 'Agreed shares of the removable amount; with them the pool is divided as agreed instead of in proportion to the claims.';

      create table measure (
        ${versionedKey()},
        benefit_id uuid not null,
        position int not null default 0,
        name text not null check (name <> ''),
        unit text not null check (unit <> ''),
        direction text not null check (direction in ('up','down')),
        method text,
        source text,
        frequency text not null check (frequency in ('month','quarter','half_year','year')),
        first_due date,
        track_until date,
        interpolation text not null default 'linear' check (interpolation in ('linear','step')),
        money_basis text not null default 'achievement' check (money_basis in ('amount','unit_saving','achievement')),
        unit_before numeric,
        rate_minor bigint check (rate_minor >= 0),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id)
      );
      comment on column measure.money_basis is 'How a measured value becomes money: amount = the value is money in whole currency units; unit_saving = (unit_before - value) x volume x rate; achievement = share of the full-year value.';
      comment on column measure.rate_minor is 'Minor units per unit of (unit_before - value) x volume; for minutes the rate per minute is rate_minor / 60 when unit is "minutes".';
      create index measure_benefit on measure (organisation_id, benefit_id, position);

      create table baseline (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        measure_id uuid not null,
        value numeric,
        measured_on date,
        planned_on date,
        evidence_kind text check (evidence_kind in ('system_extract','count','survey','sample','estimate')),
        comment text,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        primary key (organisation_id, id),
        check (value is not null or planned_on is not null),
        check ((value is null) = (measured_on is null)),
        foreign key (organisation_id, measure_id) references measure (organisation_id, id)
      );
      comment on table baseline is 'Every baseline ever recorded; the one in force is the latest recorded. Old ones stay with their reason.';
      create index baseline_measure on baseline (organisation_id, measure_id, recorded_at desc);
      ${appendOnly('baseline')}

      create table target_point (
        organisation_id int not null,
        measure_id uuid not null,
        due_on date not null,
        value numeric not null,
        primary key (organisation_id, measure_id, due_on),
        foreign key (organisation_id, measure_id) references measure (organisation_id, id) on delete cascade
      );

      create table plan_version (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        benefit_id uuid not null,
        number int not null check (number > 0),
        kind text not null check (kind in ('approved','frozen_at_go_live','rebaselined')),
        decided_on date not null,
        decision_id uuid,
        reason text,
        full_year_value_minor bigint,
        attribution numeric(5,4) not null,
        starts_on date,
        ends_on date,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        primary key (organisation_id, id),
        unique (organisation_id, benefit_id, number),
        check (kind <> 'rebaselined' or (decision_id is not null and reason is not null)),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id),
        foreign key (organisation_id, decision_id) references decision (organisation_id, id)
      );
      create unique index plan_version_frozen_once on plan_version (organisation_id, benefit_id) where kind = 'frozen_at_go_live';
      ${appendOnly('plan_version')}

      create table plan_measure (
        organisation_id int not null,
        plan_version_id uuid not null,
        measure_id uuid not null,
        baseline_value numeric,
        baseline_on date,
        baseline_evidence_kind text,
        interpolation text not null check (interpolation in ('linear','step')),
        primary key (organisation_id, plan_version_id, measure_id),
        foreign key (organisation_id, plan_version_id) references plan_version (organisation_id, id),
        foreign key (organisation_id, measure_id) references measure (organisation_id, id)
      );
      ${appendOnly('plan_measure')}

      create table plan_point (
        organisation_id int not null,
        plan_version_id uuid not null,
        measure_id uuid not null,
        due_on date not null,
        value numeric not null,
        primary key (organisation_id, plan_version_id, measure_id, due_on),
        foreign key (organisation_id, plan_version_id, measure_id) references plan_measure (organisation_id, plan_version_id, measure_id)
      );
      ${appendOnly('plan_point')}

      create table obligation (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        measure_id uuid not null,
        period_start date not null,
        period_end date not null,
        due_on date not null,
        grace_until date not null,
        waived_reason text,
        primary key (organisation_id, id),
        unique (organisation_id, measure_id, period_end),
        check (period_end >= period_start and due_on >= period_end and grace_until >= due_on),
        foreign key (organisation_id, measure_id) references measure (organisation_id, id)
      );
      create index obligation_due on obligation (organisation_id, due_on);

      create table measurement (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        measure_id uuid not null,
        obligation_id uuid,
        measured_on date not null,
        value numeric not null,
        volume numeric check (volume >= 0),
        evidence_kind text not null check (evidence_kind in ('system_extract','count','survey','sample','estimate')),
        comment text,
        supersedes_id uuid,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        primary key (organisation_id, id),
        foreign key (organisation_id, measure_id) references measure (organisation_id, id),
        foreign key (organisation_id, obligation_id) references obligation (organisation_id, id),
        foreign key (organisation_id, supersedes_id) references measurement (organisation_id, id)
      );
      comment on table measurement is 'Append-only. A correction is a new row that names the one it supersedes; a row nobody supersedes is current.';
      create unique index measurement_superseded_once on measurement (organisation_id, supersedes_id) where supersedes_id is not null;
      create index measurement_measure on measurement (organisation_id, measure_id, measured_on);
      create index measurement_obligation on measurement (organisation_id, obligation_id);
      ${appendOnly('measurement')}

      create table attachment (
        organisation_id int not null references organisation,
        id uuid not null default gen_random_uuid(),
        object_kind text not null check (object_kind in ('measurement','baseline','benefit','initiative','decision')),
        object_id uuid not null,
        file_name text not null check (file_name <> ''),
        media_type text not null,
        byte_size int not null check (byte_size between 1 and 10485760),
        sha256 bytea not null,
        content bytea not null,
        recorded_at timestamptz not null default now(),
        recorded_by uuid,
        primary key (organisation_id, id)
      );
      create index attachment_object on attachment (organisation_id, object_kind, object_id);
    `);
    for (const table of TABLES) await queryRunner.query(secureTenantTable(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${[...TABLES].reverse().join(', ')} cascade;`);
  }
}
