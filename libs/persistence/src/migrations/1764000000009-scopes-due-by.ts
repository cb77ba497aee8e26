import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The parameter has the name of a column, and in an SQL function the column wins: "d.as_of < as_of" compared the column
 * with itself, so that nothing was ever due. By its position the parameter is the parameter.
 */
export class ScopesDueBy1764000000009 implements MigrationInterface {
  name = 'ScopesDueBy1764000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(scopesDueBy('$1'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(scopesDueBy('as_of'));
  }
}

function scopesDueBy(day: '$1' | 'as_of'): string {
  return `
    create or replace function scopes_due_by(as_of date) returns table (organisation_id int, scope_kind text, scope_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
      select d.organisation_id, d.scope_kind, d.scope_id from maturity_done d where d.next_change_at <= ${day} and d.as_of < ${day}
    $$`;
}
