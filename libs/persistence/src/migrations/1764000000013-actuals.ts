import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTenantTable, versionedKey } from './tenant-table';

const TABLES = ['finance_actual', 'finance_matching_rule'];

/** What the accounting system booked, imported like a portfolio, and the rules that say which benefit it belongs to. */
export class Actuals1764000000013 implements MigrationInterface {
  name = 'Actuals1764000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table import drop constraint import_kind_check;
      alter table import add constraint import_kind_check check (kind in ('initiatives','actuals'));

      create table finance_actual (
        ${versionedKey()},
        account text not null check (account <> ''),
        cost_centre text check (cost_centre <> ''),
        month date not null check (extract(day from month) = 1),
        amount_minor bigint,
        budget_minor bigint,
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        text text,
        posting_ref text,
        import_id uuid,
        source_key text not null,
        occurrence int not null default 1 check (occurrence > 0),
        unique (organisation_id, source_key, occurrence),
        constraint finance_actual_says_something check (amount_minor is not null or budget_minor is not null),
        foreign key (organisation_id, import_id) references import (organisation_id, id)
      );
      comment on column finance_actual.amount_minor is 'Signed as booked: costs positive, income and credits negative. Null = only budgeted.';
      comment on column finance_actual.import_id is 'Import that wrote the line last; null = came with demo data.';
      comment on column finance_actual.source_key is 'What the next file knows the line by: month, account, cost centre, voucher, currency. Lines that share it are numbered.';
      create index finance_actual_account on finance_actual (organisation_id, account, cost_centre, month);
      create index finance_actual_month on finance_actual (organisation_id, month);
      create index finance_actual_import on finance_actual (organisation_id, import_id);

      create table finance_matching_rule (
        ${versionedKey()},
        benefit_id uuid not null,
        account text not null check (account <> ''),
        match text not null default 'exact' check (match in ('exact','prefix')),
        cost_centre text check (cost_centre <> ''),
        valid_from date check (extract(day from valid_from) = 1),
        valid_to date check (extract(day from valid_to) = 1),
        created_by uuid,
        constraint finance_matching_rule_months check (valid_to > valid_from),
        foreign key (organisation_id, benefit_id) references benefit (organisation_id, id),
        foreign key (organisation_id, created_by) references person (organisation_id, id)
      );
      comment on column finance_matching_rule.valid_to is 'First month it no longer holds in; null = until further notice.';
      create index finance_matching_rule_benefit on finance_matching_rule (organisation_id, benefit_id);

      create function keep_closed_actuals() returns trigger language plpgsql as $$
      declare
        booked date := case when tg_op = 'INSERT' then new.month when tg_op = 'DELETE' then old.month else least(old.month, new.month) end;
      begin
        if exists (select from finance_period p where p.organisation_id = coalesce(new.organisation_id, old.organisation_id) and p.month >= booked) then
          raise exception 'Period % is closed', booked using errcode = 'HA002';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger keep_closed_actuals before insert or update or delete on finance_actual
        for each row execute function keep_closed_actuals();
    `);
    for (const table of TABLES) await queryRunner.query(secureTenantTable(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table ${TABLES.join(', ')} cascade;
      drop function keep_closed_actuals();
      delete from import_change c using import i where i.organisation_id = c.organisation_id and i.id = c.import_id and i.kind = 'actuals';
      delete from import where kind = 'actuals';
      alter table import drop constraint import_kind_check;
      alter table import add constraint import_kind_check check (kind in ('initiatives'));
    `);
  }
}
