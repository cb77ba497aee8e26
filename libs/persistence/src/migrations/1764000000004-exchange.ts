import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTenantTable, versionedKey } from './tenant-table';

const TABLES = ['import', 'import_row', 'import_change', 'import_profile'];

/** Imports of portfolios kept in spreadsheets: the file, its rows, what a commit changed, remembered mappings. */
export class Exchange1764000000004 implements MigrationInterface {
  name = 'Exchange1764000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table import (
        ${versionedKey()},
        kind text not null check (kind in ('initiatives')),
        file_name text not null,
        media_type text not null,
        byte_size int not null,
        sha256 bytea not null,
        content bytea not null,
        state text not null default 'uploaded' check (state in ('uploaded','reading','mapped','previewed','committing','committed','undoing','undone','failed','cancelled')),
        encoding text,
        delimiter text,
        sheet text,
        sheets text[] not null default '{}',
        orientation text check (orientation in ('rows','columns')),
        reading jsonb not null default '{}',
        columns jsonb not null default '[]',
        mapping jsonb,
        options jsonb not null default '{}',
        counts jsonb,
        sums jsonb,
        problem jsonb,
        job_id uuid,
        created_by uuid,
        committed_at timestamptz,
        undone_at timestamptz,
        kept_on_undo jsonb
      );
      comment on column import.kept_on_undo is 'Rows edited after the import, listed instead of overwritten when the import was undone.';
      create index import_created on import (organisation_id, created_at desc);

      create table import_row (
        organisation_id int not null,
        import_id uuid not null,
        line int not null,
        place text not null,
        key text,
        outcome text not null check (outcome in ('create','update','unchanged','rejected')),
        "values" jsonb not null,
        issues jsonb not null default '[]',
        object_id uuid,
        primary key (organisation_id, import_id, line),
        foreign key (organisation_id, import_id) references import (organisation_id, id) on delete cascade
      );
      create index import_row_outcome on import_row (organisation_id, import_id, outcome, line);

      create table import_change (
        organisation_id int not null,
        import_id uuid not null,
        sequence int not null,
        table_name text not null,
        key jsonb not null,
        before jsonb,
        after jsonb,
        primary key (organisation_id, import_id, sequence),
        foreign key (organisation_id, import_id) references import (organisation_id, id)
      );
      comment on table import_change is 'Every row a committed import inserted (before is null) or changed, in order; undo walks it backwards.';

      create table import_profile (
        ${versionedKey()},
        kind text not null,
        heading_fingerprint text not null,
        mapping jsonb not null,
        options jsonb not null,
        used_at timestamptz not null default now(),
        unique (organisation_id, kind, heading_fingerprint)
      );
    `);
    for (const table of TABLES) await queryRunner.query(secureTenantTable(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${[...TABLES].reverse().join(', ')} cascade;`);
  }
}
