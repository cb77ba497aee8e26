import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './tenant-table';

/**
 * A dated setting is a fact that figures were computed with, so it is never rewritten. One that was typed wrongly is recorded
 * again for the same day; the highest version of a day counts.
 */
export class SettingsKept1764000000014 implements MigrationInterface {
  name = 'SettingsKept1764000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table setting drop constraint setting_organisation_id_name_valid_from_key,
        add constraint setting_once unique (organisation_id, name, valid_from, version);
      comment on column setting.version is 'Counts the records of one day; the highest is in force, the others are what was corrected.';
      ${appendOnly('setting')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger refuse_change on setting;
      drop trigger refuse_truncate on setting;
      delete from setting s using setting later where later.organisation_id = s.organisation_id and later.name = s.name
        and later.valid_from = s.valid_from and later.version > s.version;
      alter table setting drop constraint setting_once,
        add constraint setting_organisation_id_name_valid_from_key unique (organisation_id, name, valid_from);
    `);
  }
}
