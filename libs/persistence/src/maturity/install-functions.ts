import type { DataSource } from 'typeorm';
import { FORMULA_VERSION, installStatements } from './assemble-functions';

/**
 * Installs the maturity functions when the database holds others than this program's, and wishes every scope recomputed then: the
 * old results stay readable until their turn comes. Part of every migration run, so that a new indicator needs no
 * migration of its own.
 * @returns whether anything was installed
 * Source: reliability rules, R11
 */
export async function installMaturityFunctions(owner: DataSource): Promise<boolean> {
  return owner.transaction(async (manager) => {
    const [present] = await manager.query<{ version: string | null }[]>(
      `select to_regprocedure('maturity_formula_version()')::text as version`,
    );
    if (present?.version) {
      const [installed] = await manager.query<{ version: string }[]>('select maturity_formula_version() as version');
      if (installed?.version === FORMULA_VERSION) return false;
    }
    for (const statement of installStatements()) await manager.query(statement);
    // Row-level security binds the owner, too: each organisation in its turn.
    const organisations = await manager.query<{ id: number }[]>(
      'select organisation_id as id from every_organisation()',
    );
    for (const { id } of organisations) {
      await manager.query(`select set_config('app.organisation_id', $1, true)`, [String(id)]);
      await manager.query(
        `update maturity_wanted set v = v + 1, wanted_at = clock_timestamp(), changed_by = null where organisation_id = $1`,
        [id],
      );
    }
    return true;
  });
}
