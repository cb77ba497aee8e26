import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, secureTenantTable, versionedKey } from './tenant-table';

/**
 * Finance ladder: claims of a gain on a rung, the entries that approved claims become, what they add up to, closed periods with
 * their figures, and budget versions.
 *
 * What must hold whoever writes stands here: an entry comes from an approved claim and from nowhere else, nobody decides
 * their own claim, rungs are nested, a closed period takes no entry, and what was decided never changes.
 */
export class Finance1764000000010 implements MigrationInterface {
  name = 'Finance1764000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table benefit add account text, add cost_centre text, add scope_reduction boolean not null default false, add hours_used_for text;
      comment on column benefit.scope_reduction is 'The saving comes from lower service, not from efficiency; recorded as such everywhere.';
      comment on column benefit.hours_used_for is 'What freed hours are used for; without a reduced budget they stay time, not cash.';

      create index benefit_account on benefit (organisation_id, account) where account is not null;

      create table budget_version (
        ${versionedKey()},
        name text not null check (name <> ''),
        year int not null check (year between 1990 and 2100),
        kind text not null default 'original' check (kind in ('original','supplementary')),
        adopted_on date not null,
        unique (organisation_id, name)
      );
      comment on column budget_version.year is 'Budget year B; the version also speaks about the estimate years B+1 to B+3.';

      ${CLAIM}
      ${ENTRY}
      ${PERIOD}
      ${GUARDS}
      ${FROZEN_PLAN}
    `);
    for (const table of ['budget_version', 'finance_claim']) await queryRunner.query(secureTenantTable(table));
    for (const table of ['finance_period', 'finance_period_figure']) {
      await queryRunner.query(secureTenantTable(table, 'select, insert'));
    }
    for (const table of ['finance_entry', 'finance_balance'])
      await queryRunner.query(secureTenantTable(table, 'select'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger same_transaction on plan_measure;
      drop trigger same_transaction on plan_point;
      alter table plan_version drop column recorded_in;
      drop table finance_period_figure, finance_period, finance_balance, finance_entry, finance_claim, budget_version cascade;
      drop trigger keep_validated_class on benefit;
      drop function guard_finance_claim(), post_finance_entry(), keep_validated_class(), next_finance_period(), only_while_closing(), only_with_version();
      alter table benefit drop column account, drop column cost_centre, drop column scope_reduction, drop column hours_used_for;
    `);
  }
}

const CLAIM = `
      create table finance_claim (
        ${versionedKey()},
        benefit_id uuid not null,
        year int not null,
        month_from date not null,
        month_to date not null,
        rung smallint not null check (rung between 1 and 4),
        amount_minor bigint not null check (amount_minor <> 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        price_year int not null check (price_year between 1990 and 2100),
        account text,
        cost_centre text,
        budget_version_id uuid,
        posting_ref text,
        accounts_ref text,
        evidence_kind text check (evidence_kind in ('system_extract','count','survey','sample','estimate')),
        scope_reduction boolean not null default false,
        comment text,
        measurement_id uuid,
        corrects_claim_id uuid,
        reverses_entry_id uuid,
        state text not null default 'submitted' check (state in ('submitted','approved','disputed','withdrawn','lapsed')),
        state_since timestamptz not null default clock_timestamp(),
        proposed_by uuid not null,
        proposed_at timestamptz not null default clock_timestamp(),
        decided_by uuid,
        decided_at timestamptz,
        booked_month date,
        checklist jsonb,
        assurance text check (assurance in ('green','amber','red')),
        reason text,
        constraint finance_claim_months check (extract(day from month_from) = 1 and extract(day from month_to) = 1 and month_to >= month_from
          and extract(year from month_from) = year and extract(year from month_to) = year),
        constraint finance_claim_budget check (rung <> 2 or budget_version_id is not null),
        constraint finance_claim_posting check (rung < 3 or (account is not null and posting_ref is not null)),
        constraint finance_claim_accounts check (rung < 4 or accounts_ref is not null),
        constraint finance_claim_evidence check (rung = 1 or evidence_kind is distinct from 'estimate'),
        constraint finance_claim_four_eyes check (decided_by is null or decided_by <> proposed_by),
        constraint finance_claim_approved check (state <> 'approved'
          or (decided_by is not null and decided_at is not null and booked_month is not null and checklist is not null)),
        constraint finance_claim_disputed check (state <> 'disputed' or (decided_by is not null and reason is not null)),
        constraint finance_claim_booked check (booked_month is null or extract(day from booked_month) = 1),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id),
        foreign key (organisation_id, budget_version_id) references budget_version (organisation_id, id),
        foreign key (organisation_id, measurement_id) references measurement (organisation_id, id),
        foreign key (organisation_id, corrects_claim_id) references finance_claim (organisation_id, id),
        foreign key (organisation_id, proposed_by) references person (organisation_id, id),
        foreign key (organisation_id, decided_by) references person (organisation_id, id)
      );
      comment on table finance_claim is 'An amount somebody says has reached a rung of the ladder, waiting for or with the answer of finance. Negative = correction or reversal of one that was approved.';
      comment on column finance_claim.price_year is 'Year whose prices the amount is in.';
      comment on column finance_claim.booked_month is 'Accounting period the approval was booked in; always an open one. month_from to month_to are the months the amount is about.';
      create index finance_claim_benefit on finance_claim (organisation_id, benefit_id, year);
      create index finance_claim_waiting on finance_claim (organisation_id, proposed_at) where state in ('submitted','disputed');
      create unique index finance_claim_measured_once on finance_claim (organisation_id, measurement_id) where measurement_id is not null;
      create unique index finance_claim_reversed_once on finance_claim (organisation_id, reverses_entry_id)
        where reverses_entry_id is not null and state in ('submitted','disputed','approved');
`;

const ENTRY = `
      create table finance_entry (
        organisation_id int not null,
        id uuid not null default gen_random_uuid(),
        claim_id uuid not null,
        benefit_id uuid not null,
        year int not null,
        month_from date not null,
        month_to date not null,
        booked_month date not null,
        rung smallint not null check (rung between 1 and 4),
        amount_minor bigint not null check (amount_minor <> 0),
        currency text not null,
        price_year int not null,
        account text,
        cost_centre text,
        budget_version_id uuid,
        posting_ref text,
        accounts_ref text,
        reverses_id uuid,
        entered_by uuid not null,
        validated_by uuid not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (organisation_id, id),
        unique (organisation_id, claim_id),
        unique (organisation_id, reverses_id),
        constraint finance_entry_four_eyes check (entered_by <> validated_by),
        foreign key (organisation_id, claim_id) references finance_claim (organisation_id, id),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id),
        foreign key (organisation_id, budget_version_id) references budget_version (organisation_id, id),
        foreign key (organisation_id, reverses_id) references finance_entry (organisation_id, id)
      );
      comment on table finance_entry is 'The ledger: append-only, one entry per approved claim, written by the database when the claim is approved. A correction or reversal is a new entry.';
      create index finance_entry_benefit on finance_entry (organisation_id, benefit_id, year);
      alter table finance_claim add foreign key (organisation_id, reverses_entry_id) references finance_entry (organisation_id, id);
      ${appendOnly('finance_entry')}

      create table finance_balance (
        organisation_id int not null,
        benefit_id uuid not null,
        year int not null,
        quality_assured_minor bigint not null default 0,
        budgeted_minor bigint not null default 0,
        taken_out_minor bigint not null default 0,
        confirmed_minor bigint not null default 0,
        primary key (organisation_id, benefit_id, year),
        constraint finance_balance_nested check (0 <= confirmed_minor and confirmed_minor <= taken_out_minor
          and taken_out_minor <= budgeted_minor and budgeted_minor <= quality_assured_minor),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id)
      );
      comment on table finance_balance is 'Sum of the entries per benefit, year and rung, kept in the transaction of each entry; its check is what nests the rungs.';
`;

const PERIOD = `
      create table finance_period (
        organisation_id int not null references organisation,
        month date not null check (extract(day from month) = 1),
        closed_at timestamptz not null default clock_timestamp(),
        closed_by uuid not null,
        note text,
        recorded_in bigint not null default txid_current(),
        primary key (organisation_id, month),
        foreign key (organisation_id, closed_by) references person (organisation_id, id)
      );
      comment on table finance_period is 'Closed accounting months, one after the other, never opened again; what comes later is booked in an open month.';
      ${appendOnly('finance_period')}

      create table finance_period_figure (
        organisation_id int not null,
        closed_month date not null,
        benefit_id uuid not null,
        month date not null,
        planned_minor bigint not null,
        realised_minor bigint not null,
        status text not null check (status in ('measured','not_measured','not_due')),
        due boolean not null,
        delayed boolean not null,
        quality_assured_minor bigint not null,
        budgeted_minor bigint not null,
        taken_out_minor bigint not null,
        confirmed_minor bigint not null,
        disputed_minor bigint not null,
        primary key (organisation_id, closed_month, benefit_id, month),
        foreign key (organisation_id, closed_month) references finance_period (organisation_id, month),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id)
      );
      comment on table finance_period_figure is 'What the ledger said about each month of the year when the period was closed: a report that keeps its numbers.';
      ${appendOnly('finance_period_figure')}
`;

/** Key of the advisory lock that a closing takes alone and entries share, per organisation. */
const CALENDAR_LOCK = 7_004_120;

const GUARDS = `
      create function guard_finance_claim() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.state in ('approved','withdrawn','lapsed') then
          raise exception 'Claim % is decided and does not change', old.id using errcode = 'HA004';
        end if;
        return new;
      end $$;
      create trigger guard_finance_claim before update or delete on finance_claim for each row execute function guard_finance_claim();

      create function post_finance_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        target benefit; manager uuid; reversed finance_entry; closed date;
      begin
        perform pg_advisory_xact_lock_shared(${CALENDAR_LOCK}, new.organisation_id);
        select max(p.month) into closed from finance_period p where p.organisation_id = new.organisation_id;
        if new.booked_month <= closed then
          raise exception 'Period % is closed', new.booked_month using errcode = 'HA002';
        end if;
        select b.* into target from benefit b where b.organisation_id = new.organisation_id and b.id = new.benefit_id for key share;
        if new.rung >= 2 and target.class not in ('cash_releasing','income') then
          raise exception 'Class % does not pass rung 1', target.class using errcode = 'HA003';
        end if;
        select i.manager_id into manager from initiative i where i.organisation_id = new.organisation_id and i.id = target.initiative_id;
        if new.decided_by in (target.owner_id, manager) then
          raise exception 'The validator answers for the benefit' using errcode = 'HA005';
        end if;
        if new.reverses_entry_id is not null then
          select e.* into reversed from finance_entry e where e.organisation_id = new.organisation_id and e.id = new.reverses_entry_id;
          if (reversed.benefit_id, reversed.year, reversed.rung, reversed.month_from, reversed.month_to, reversed.amount_minor, reversed.currency)
            is distinct from (new.benefit_id, new.year, new.rung, new.month_from, new.month_to, -new.amount_minor, new.currency) then
            raise exception 'A reversal takes back exactly what was entered' using errcode = 'HA004';
          end if;
        end if;
        insert into finance_entry (organisation_id, claim_id, benefit_id, year, month_from, month_to, booked_month, rung, amount_minor, currency,
            price_year, account, cost_centre, budget_version_id, posting_ref, accounts_ref, reverses_id, entered_by, validated_by, recorded_at)
          values (new.organisation_id, new.id, new.benefit_id, new.year, new.month_from, new.month_to, new.booked_month, new.rung, new.amount_minor,
            new.currency, new.price_year, new.account, new.cost_centre, new.budget_version_id, new.posting_ref, new.accounts_ref,
            new.reverses_entry_id, new.proposed_by, new.decided_by, new.decided_at);
        -- A check is asked of the row that would be inserted too, so the row is there before it is raised.
        insert into finance_balance (organisation_id, benefit_id, year) values (new.organisation_id, new.benefit_id, new.year) on conflict do nothing;
        update finance_balance b set
            quality_assured_minor = b.quality_assured_minor + case when new.rung = 1 then new.amount_minor else 0 end,
            budgeted_minor = b.budgeted_minor + case when new.rung = 2 then new.amount_minor else 0 end,
            taken_out_minor = b.taken_out_minor + case when new.rung = 3 then new.amount_minor else 0 end,
            confirmed_minor = b.confirmed_minor + case when new.rung = 4 then new.amount_minor else 0 end
          where b.organisation_id = new.organisation_id and b.benefit_id = new.benefit_id and b.year = new.year;
        return null;
      end $$;
      create trigger post_finance_entry after insert or update on finance_claim
        for each row when (new.state = 'approved') execute function post_finance_entry();

      create function keep_validated_class() returns trigger language plpgsql as $$
      begin
        if exists (select from finance_entry e where e.organisation_id = new.organisation_id and e.benefit_id = new.id
            and (e.rung >= 2 or new.currency <> old.currency or new.polarity <> old.polarity)) then
          raise exception 'Class, currency and sign of a benefit with validated amounts do not change' using errcode = 'HA003';
        end if;
        return new;
      end $$;
      create trigger keep_validated_class before update on benefit for each row
        when (new.class is distinct from old.class or new.currency is distinct from old.currency or new.polarity is distinct from old.polarity)
        execute function keep_validated_class();

      create function next_finance_period() returns trigger language plpgsql as $$
      declare
        latest date;
      begin
        perform pg_advisory_xact_lock(${CALENDAR_LOCK}, new.organisation_id);
        select max(p.month) into latest from finance_period p where p.organisation_id = new.organisation_id;
        if latest is not null and new.month <> latest + interval '1 month' then
          raise exception 'Periods are closed one after the other; the next is %', (latest + interval '1 month')::date using errcode = 'HA002';
        end if;
        return new;
      end $$;
      create trigger next_finance_period before insert on finance_period for each row execute function next_finance_period();

      create function only_while_closing() returns trigger language plpgsql as $$
      begin
        if not exists (select from finance_period p where p.organisation_id = new.organisation_id and p.month = new.closed_month and p.recorded_in = txid_current()) then
          raise exception 'Period % is closed; its figures stand', new.closed_month using errcode = 'HA002';
        end if;
        return null;
      end $$;
      create trigger only_while_closing after insert on finance_period_figure for each row execute function only_while_closing();
`;

/** Parts of a plan version are written with it or never: else a point could be slipped into a frozen plan. */
const FROZEN_PLAN = `
      alter table plan_version add recorded_in bigint not null default txid_current();
      create function only_with_version() returns trigger language plpgsql as $$
      begin
        if not exists (select from plan_version v where v.organisation_id = new.organisation_id and v.id = new.plan_version_id and v.recorded_in = txid_current()) then
          raise exception 'A plan version does not change after it was made' using errcode = 'HA001';
        end if;
        return null;
      end $$;
      create trigger same_transaction after insert on plan_measure for each row execute function only_with_version();
      create trigger same_transaction after insert on plan_point for each row execute function only_with_version();
`;
