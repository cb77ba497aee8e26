import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTenantTable, versionedKey } from './tenant-table';

const TABLES = ['enabler', 'change_activity', 'map_link', 'assumption'];

/** The benefit map: enablers, change activities, links between them, benefits and goals, and what the links rest on. */
export class BenefitMap1764000000012 implements MigrationInterface {
  name = 'BenefitMap1764000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table enabler (
        ${versionedKey()},
        initiative_id uuid not null,
        title text not null check (title <> ''),
        kind text check (kind in ('system','data','process','skill')),
        note text,
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id)
      );
      create index enabler_initiative on enabler (organisation_id, initiative_id);

      create table change_activity (
        ${versionedKey()},
        initiative_id uuid not null,
        unit_id uuid,
        title text not null check (title <> ''),
        kind text not null check (kind in ('training','process_redesign','communication','local_support','role_change')),
        owner_id uuid,
        due_on date,
        hours_planned numeric check (hours_planned >= 0),
        budget_minor bigint check (budget_minor >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        price_year int check (price_year between 1990 and 2100),
        persons_planned int check (persons_planned >= 0),
        hours_needed numeric check (hours_needed >= 0),
        hours_delivered_released numeric check (hours_delivered_released >= 0),
        done_on date,
        foreign key (organisation_id, initiative_id) references initiative (organisation_id, id),
        foreign key (organisation_id, unit_id) references unit (organisation_id, id),
        foreign key (organisation_id, owner_id) references person (organisation_id, id)
      );
      comment on column change_activity.unit_id is 'The unit that changes; null = not said yet, or all affected units.';
      comment on column change_activity.hours_needed is 'Hours the people need, all together: of training, what it takes to learn it.';
      comment on column change_activity.hours_delivered_released is 'Hours delivered in time the people were released for it; null = not told, never 0 by guess.';
      create index change_activity_initiative on change_activity (organisation_id, initiative_id);
      create index change_activity_unit on change_activity (organisation_id, unit_id);
      create index change_activity_owner on change_activity (organisation_id, owner_id);

      create table map_link (
        ${versionedKey()},
        from_enabler_id uuid,
        from_activity_id uuid,
        from_benefit_id uuid,
        to_activity_id uuid,
        to_benefit_id uuid,
        to_goal_id uuid,
        stands_alone boolean not null default true,
        required boolean not null default false,
        note text,
        check (num_nonnulls(from_enabler_id, from_activity_id, from_benefit_id) = 1),
        check (num_nonnulls(to_activity_id, to_benefit_id, to_goal_id) = 1),
        check (to_activity_id is null or from_enabler_id is not null),
        check (to_goal_id is null or from_benefit_id is not null),
        check (from_benefit_id <> to_benefit_id),
        check (stands_alone or (from_benefit_id is not null and to_activity_id is null)),
        foreign key (organisation_id, from_enabler_id) references enabler (organisation_id, id) on delete cascade,
        foreign key (organisation_id, from_activity_id) references change_activity (organisation_id, id) on delete cascade,
        foreign key (organisation_id, from_benefit_id) references benefit (organisation_id, id) on delete cascade,
        foreign key (organisation_id, to_activity_id) references change_activity (organisation_id, id) on delete cascade,
        foreign key (organisation_id, to_benefit_id) references benefit (organisation_id, id) on delete cascade,
        foreign key (organisation_id, to_goal_id) references goal (organisation_id, id)
      );
      comment on column map_link.stands_alone is 'Whether the link exists by this row. False = it is the goal or the contribution that the benefit itself names (benefit.goal_id, contributes_to_id): the row only carries what is said about it, and is no link while the benefit names another.';
      create unique index map_link_ends on map_link (organisation_id, coalesce(from_enabler_id, from_activity_id, from_benefit_id), coalesce(to_activity_id, to_benefit_id, to_goal_id));
      create index map_link_to on map_link (organisation_id, coalesce(to_activity_id, to_benefit_id, to_goal_id));

      create table assumption (
        ${versionedKey()},
        map_link_id uuid not null,
        text text not null check (text <> ''),
        status text not null default 'holds' check (status in ('holds','uncertain','broken')),
        reviewed_on date,
        foreign key (organisation_id, map_link_id) references map_link (organisation_id, id) on delete cascade
      );
      comment on column assumption.reviewed_on is 'Day somebody last looked whether it holds; null = never.';
      create index assumption_link on assumption (organisation_id, map_link_id);
      create index assumption_broken on assumption (organisation_id) where status = 'broken';

      create function keep_own_links() returns trigger language plpgsql as $$
      begin
        insert into map_link (organisation_id, from_benefit_id, to_goal_id, to_benefit_id, stands_alone)
          select new.organisation_id, new.id, x.goal_id, x.benefit_id, false
          from (values (new.goal_id, null::uuid), (null::uuid, new.contributes_to_id)) x(goal_id, benefit_id)
          where num_nonnulls(x.goal_id, x.benefit_id) = 1 and x.benefit_id is distinct from new.id
          on conflict do nothing;
        return null;
      end $$;
      comment on function keep_own_links is 'Whoever names a goal or a benefit contributed to, the map can speak about that link.';
      create trigger keep_own_links after insert or update of goal_id, contributes_to_id on benefit for each row execute function keep_own_links();

      -- The owner sees every organisation's benefits for these statements only.
      alter table benefit no force row level security;
      insert into map_link (organisation_id, from_benefit_id, to_goal_id, stands_alone)
        select organisation_id, id, goal_id, false from benefit where goal_id is not null;
      insert into map_link (organisation_id, from_benefit_id, to_benefit_id, stands_alone)
        select organisation_id, id, contributes_to_id, false from benefit where contributes_to_id <> id;
      alter table benefit force row level security;
    `);
    for (const table of TABLES) await queryRunner.query(secureTenantTable(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger keep_own_links on benefit;
      drop function keep_own_links;
      drop table ${[...TABLES].reverse().join(', ')} cascade;
    `);
  }
}
