import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, secureTenantTable, versionedKey } from './tenant-table';

const TABLES = [
  'strategy',
  'political_followup',
  'goal',
  'goal_target',
  'goal_measurement',
  'initiative',
  'initiative_affected_unit',
  'initiative_secondary_goal',
  'phase_plan',
  'cost_line',
  'status_confirmation',
  'decision',
  'gate_passage',
  'adoption_series',
  'adoption_point',
];

/** Strategies, goals, initiatives with everything they own, gates and decisions, adoption. */
export class Portfolio1764000000002 implements MigrationInterface {
  name = 'Portfolio1764000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table strategy (
        ${versionedKey()},
        code text not null,
        title text not null check (title <> ''),
        description text,
        adopted_by text check (adopted_by in ('council','committee','executive','administration')),
        adopted_on date,
        valid_from date not null,
        valid_to date,
        unique (organisation_id, code),
        check (valid_to is null or valid_to >= valid_from)
      );

      create table political_followup (
        ${versionedKey()},
        strategy_id uuid not null,
        held_on date not null,
        body text not null check (body in ('council','committee','executive','administration')),
        kind text not null check (kind in ('adoption','follow_up')),
        note text,
        foreign key (organisation_id, strategy_id) references strategy (organisation_id, id)
      );
      create index political_followup_strategy on political_followup (organisation_id, strategy_id, held_on);

      create table goal (
        ${versionedKey()},
        strategy_id uuid not null,
        parent_id uuid,
        code text not null,
        title text not null check (title <> ''),
        owner_id uuid,
        kpi text,
        kpi_unit text,
        direction text check (direction in ('up','down')),
        baseline_value numeric,
        baseline_on date,
        valid_from date not null,
        valid_to date,
        unique (organisation_id, code),
        foreign key (organisation_id, strategy_id) references strategy (organisation_id, id),
        foreign key (organisation_id, parent_id) references goal (organisation_id, id),
        foreign key (organisation_id, owner_id) references person (organisation_id, id)
      );
      create index goal_strategy on goal (organisation_id, strategy_id);

      create table goal_target (
        organisation_id int not null,
        goal_id uuid not null,
        due_on date not null,
        value numeric not null,
        primary key (organisation_id, goal_id, due_on),
        foreign key (organisation_id, goal_id) references goal (organisation_id, id) on delete cascade
      );

      create table goal_measurement (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        goal_id uuid not null,
        measured_on date not null,
        value numeric not null,
        comment text,
        recorded_at timestamptz not null default now(),
        primary key (organisation_id, id),
        foreign key (organisation_id, goal_id) references goal (organisation_id, id) on delete cascade
      );
      create index goal_measurement_goal on goal_measurement (organisation_id, goal_id, measured_on);

      create table initiative (
        ${versionedKey()},
        code text not null check (code <> ''),
        title text not null check (title <> ''),
        problem text,
        description text,
        expected_gain text,
        rough_cost_minor bigint check (rough_cost_minor >= 0),
        currency text not null default 'DKK' check (currency ~ '^[A-Z]{3}$'),
        kind text not null default 'project' check (kind in ('project','programme','pilot','operational_change')),
        phase text not null default 'idea' check (phase in ('idea','analysis','proposed','approved','executing','realising','closed','on_hold','stopped','rejected')),
        phase_before_hold text,
        phase_since date not null default current_date,
        mandatory boolean not null default false,
        legal_ref text,
        joint_with text[] not null default '{}',
        unit_id uuid not null,
        affected_staff int check (affected_staff >= 0),
        size_class text check (size_class in ('small','medium','large')),
        project_model text,
        start_planned date,
        start_actual date,
        go_live_first_planned date,
        go_live_planned date,
        go_live_actual date,
        closed_on date,
        primary_goal_id uuid,
        owner_id uuid,
        manager_id uuid,
        changes_citizen_service boolean,
        citizen_facing boolean,
        has_it_delivery boolean,
        process_change_expected boolean,
        replaces_old_way boolean,
        dependencies_answered boolean,
        benefit_exempt boolean not null default false,
        benefit_exempt_reason text check (benefit_exempt_reason in ('legal_only','technical_renewal','analysis_only','other')),
        status_rag text check (status_rag in ('on_track','watch','deviation')),
        status_note text,
        status_confirmed_on date,
        status_confirmed_by uuid,
        category text,
        external_key text,
        absences jsonb not null default '{}',
        check (not benefit_exempt or benefit_exempt_reason is not null),
        unique (organisation_id, code),
        foreign key (organisation_id, unit_id) references unit (organisation_id, id),
        foreign key (organisation_id, primary_goal_id) references goal (organisation_id, id),
        foreign key (organisation_id, owner_id) references person (organisation_id, id),
        foreign key (organisation_id, manager_id) references person (organisation_id, id),
        foreign key (organisation_id, status_confirmed_by) references person (organisation_id, id)
      );
      comment on column initiative.absences is 'Why a field is empty when the source said so: {"field": {"kind": "withheld|text|not_stated", "text": "…"}}.';
      comment on column initiative.owner_id is 'Kept in step with role_assignment (project_owner) by a trigger; the assignment holds the history.';
      create unique index initiative_external_key on initiative (organisation_id, external_key) where external_key is not null;
      create index initiative_updated on initiative (organisation_id, updated_at desc, id);
      create index initiative_unit on initiative (organisation_id, unit_id);
      create index initiative_phase on initiative (organisation_id, phase);
      create index initiative_goal on initiative (organisation_id, primary_goal_id);
      create index initiative_text on initiative using gin ((title || ' ' || coalesce(problem, '')) gin_trgm_ops);

      create table initiative_affected_unit (
        organisation_id int not null,
        initiative_id uuid not null,
        unit_id uuid not null,
        share numeric(5,4) check (share between 0 and 1),
        primary key (organisation_id, initiative_id, unit_id),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade,
        foreign key (organisation_id, unit_id) references unit (organisation_id, id)
      );

      create table initiative_secondary_goal (
        organisation_id int not null,
        initiative_id uuid not null,
        goal_id uuid not null,
        primary key (organisation_id, initiative_id, goal_id),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade,
        foreign key (organisation_id, goal_id) references goal (organisation_id, id)
      );

      create table phase_plan (
        organisation_id int not null,
        initiative_id uuid not null,
        phase text not null check (phase in ('idea','analysis','proposed','approved','executing','realising')),
        planned_start date,
        planned_end date,
        actual_start date,
        actual_end date,
        primary key (organisation_id, initiative_id, phase),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade
      );

      create table cost_line (
        ${versionedKey()},
        initiative_id uuid not null,
        name text,
        year int check (year between 1990 and 2100),
        kind text not null check (kind in ('one_off','operation','internal_hours')),
        plan_minor bigint check (plan_minor >= 0),
        forecast_minor bigint check (forecast_minor >= 0),
        actual_minor bigint check (actual_minor >= 0),
        hours numeric check (hours >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        price_year int check (price_year between 1990 and 2100),
        is_change_effort boolean not null default false,
        note text,
        external_key text,
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade
      );
      comment on column cost_line.year is 'Null = undated: the source gave a total without a year; it is never spread over years by guess.';
      create index cost_line_initiative on cost_line (organisation_id, initiative_id, year);

      create table status_confirmation (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        initiative_id uuid not null,
        confirmed_on date not null,
        confirmed_by uuid,
        rag text not null check (rag in ('on_track','watch','deviation')),
        note text,
        recorded_at timestamptz not null default now(),
        primary key (organisation_id, id),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id),
        foreign key (organisation_id, confirmed_by) references person (organisation_id, id)
      );
      create index status_confirmation_initiative on status_confirmation (organisation_id, initiative_id, confirmed_on desc);
      ${appendOnly('status_confirmation')}

      create table decision (
        ${versionedKey()},
        initiative_id uuid,
        kind text not null check (kind in ('gate','portfolio','scope','benefit_plan','stop')),
        body text not null check (body <> ''),
        decider_id uuid,
        mandate_ok boolean not null,
        asked_on date,
        decided_on date not null,
        outcome text not null check (outcome in ('approve','approve_with_conditions','return','hold','stop','reject')),
        rationale text,
        conditions jsonb not null default '[]',
        follow_up_due date,
        executed_on date,
        political boolean not null default false,
        reverses_id uuid,
        snapshot jsonb not null default '{}',
        recorded_at timestamptz not null default now(),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id),
        foreign key (organisation_id, decider_id) references person (organisation_id, id),
        foreign key (organisation_id, reverses_id) references decision (organisation_id, id)
      );
      create index decision_initiative on decision (organisation_id, initiative_id, decided_on desc);
      create index decision_time on decision (organisation_id, decided_on desc, id);

      create function refuse_decision_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or (to_jsonb(new) - array['executed_on','conditions','version','updated_at'])
            is distinct from (to_jsonb(old) - array['executed_on','conditions','version','updated_at']) then
          raise exception 'A decision is append-only; record a decision that reverses it' using errcode = 'HA001';
        end if;
        return new;
      end $$;
      create trigger refuse_change before update or delete on decision for each row execute function refuse_decision_change();

      create table gate_passage (
        ${versionedKey()},
        initiative_id uuid not null,
        gate text not null check (gate in ('G1','G2','G3','G4','G5','G6','G7')),
        from_phase text not null,
        to_phase text not null,
        phase_started_on date not null,
        artefacts jsonb not null default '[]',
        decision_id uuid,
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade,
        foreign key (organisation_id, decision_id) references decision (organisation_id, id)
      );
      comment on column gate_passage.artefacts is '[{"name": text, "required": bool, "complete": bool}] as they stood when the phase started.';
      create index gate_passage_initiative on gate_passage (organisation_id, initiative_id, phase_started_on);

      create table adoption_series (
        ${versionedKey()},
        initiative_id uuid not null,
        unit_id uuid,
        name text not null check (name <> ''),
        intended numeric check (intended > 0),
        target_rate numeric not null check (target_rate > 0 and target_rate <= 1),
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade,
        foreign key (organisation_id, unit_id) references unit (organisation_id, id)
      );
      create index adoption_series_initiative on adoption_series (organisation_id, initiative_id);

      create table adoption_point (
        organisation_id int not null,
        series_id uuid not null,
        month date not null check (extract(day from month) = 1),
        actual_rate numeric not null check (actual_rate >= 0),
        recorded_at timestamptz not null default now(),
        primary key (organisation_id, series_id, month),
        foreign key (organisation_id, series_id) references adoption_series (organisation_id, id) on delete cascade
      );
    `);
    for (const table of TABLES) await queryRunner.query(secureTenantTable(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `drop table ${[...TABLES].reverse().join(', ')} cascade; drop function refuse_decision_change();`,
    );
  }
}
