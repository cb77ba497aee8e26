import { PERSON_REGISTER_SCOPE } from '@hoest/persistence';
import type { ClientBase } from 'pg';
import { auditHistoryOf } from '../rows/audit-history';
import { type Cell, COLUMNS, type OrganisationRows, type Table, TABLES } from '../rows/tables';
import { writeAuditChain } from './audit-chain';
import { cellsOf, copyRows, insertRows, type WriteRows } from './copy-rows';
import { writeClaims } from './finance-claims';

export interface LoadConnections {
  /** Owner of the schema: gives the organisation its row, because the application's role may not choose an organisation's number. */
  owner: ClientBase;
  /** The application's role: everything else is written under row-level security, with every trigger, as the product would. */
  app: ClientBase;
}

/**
 * Writes one organisation: its own row by the owner, everything it holds in one transaction of the application's role.
 * @param passwordHash what every sign-in of the organisation is given.
 * @returns the organisation's number
 */
export async function loadOrganisation(
  { owner, app }: LoadConnections,
  rows: OrganisationRows,
  passwordHash: string,
): Promise<number> {
  const organisationId = await insertOrganisation(owner, rows);
  try {
    await inTransaction(app, organisationId, async () => {
      for (const table of TABLES) {
        // The schema's own triggers have written roles dated today, and links of its own; the story brings both.
        if (table === 'role_assignment' || table === 'map_link')
          await app.query(`delete from ${table} where organisation_id = $1`, [organisationId]);
        if (table === 'finance_claim') await writeClaims(app, organisationId, rows.tables[table]);
        else await writeTable(app, insertRows, organisationId, table, rows);
      }
      await finish(app, insertRows, organisationId, rows, passwordHash);
    });
  } catch (error) {
    await deleteOrganisationRow(owner, organisationId);
    throw error;
  }
  return organisationId;
}

/**
 * Writes one organisation as the owner with triggers and foreign-key checks off: three times as fast, for portfolios of a
 * whole country. What the triggers would have done is done once: roles and links come from the story, and every scope is wanted.
 * Needs an owner that may set `session_replication_role` and that row-level security does not bind, which means a superuser; see
 * `mayLoadInBulk`.
 * @returns the organisation's number
 */
export async function loadOrganisationInBulk(
  owner: ClientBase,
  rows: OrganisationRows,
  passwordHash: string,
): Promise<number> {
  const organisationId = await insertOrganisation(owner, rows);
  try {
    await inTransaction(owner, organisationId, async () => {
      await owner.query(`set local session_replication_role = replica`);
      for (const table of TABLES) await writeTable(owner, copyRows, organisationId, table, rows);
      await finish(owner, copyRows, organisationId, rows, passwordHash);
      await wantEveryScope(owner, organisationId);
    });
  } catch (error) {
    await deleteOrganisationRow(owner, organisationId);
    throw error;
  }
  return organisationId;
}

/** Whether the connection may switch triggers and checks off and is not bound by row-level security. */
export async function mayLoadInBulk(owner: ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ rolsuper: boolean }>(
    `select rolsuper from pg_roles where rolname = current_user`,
  );
  return rows[0]?.rolsuper ?? false;
}

async function inTransaction(client: ClientBase, organisationId: number, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('app.organisation_id', $1, true), set_config('app.request_id', 'demo', true)`,
      [String(organisationId)],
    );
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function insertOrganisation(owner: ClientBase, { organisation }: OrganisationRows): Promise<number> {
  const next = await owner.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('organisation', 'organisation_id'))::int as id`,
  );
  const id = next.rows[0]?.id ?? 0;
  const values = [
    id,
    organisation.name,
    organisation.kind,
    organisation.municipality_code,
    organisation.population,
    organisation.peer_group,
    organisation.next_code,
    organisation.created_at,
  ];
  // Row-level security binds the owner, too: the number is known before the row.
  await inTransaction(owner, id, async () => {
    await owner.query(
      `insert into organisation (organisation_id, name, kind, municipality_code, population, peer_group, next_code, created_at, is_demo)
       overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, true)`,
      values,
    );
  });
  return id;
}

async function deleteOrganisationRow(owner: ClientBase, organisationId: number): Promise<void> {
  await inTransaction(owner, organisationId, async () => {
    await owner.query(`delete from organisation where organisation_id = $1`, [organisationId]);
  });
}

async function writeTable(
  client: ClientBase,
  writeRows: WriteRows,
  organisationId: number,
  table: Table,
  { tables }: OrganisationRows,
): Promise<void> {
  const columns: readonly string[] = COLUMNS[table];
  const rows = tables[table] as readonly Record<string, Cell>[];
  if (rows.length === 0) return;
  await writeRows(client, table, ['organisation_id', ...columns], cellsOf(organisationId, columns, rows));
}

/** Passwords, which are salted and so no part of the story, and the audit trail, which is chained to the organisation's number. */
async function finish(
  client: ClientBase,
  writeRows: WriteRows,
  organisationId: number,
  rows: OrganisationRows,
  passwordHash: string,
): Promise<void> {
  await client.query(`update account set password_hash = $2 where organisation_id = $1`, [
    organisationId,
    passwordHash,
  ]);
  await writeAuditChain(client, writeRows, organisationId, auditHistoryOf(rows));
}

async function wantEveryScope(client: ClientBase, organisationId: number): Promise<void> {
  await client.query(
    `insert into maturity_wanted (organisation_id, scope_kind, scope_id)
     select organisation_id, 'initiative', id from initiative where organisation_id = $1
     union all select organisation_id, 'strategy', id from strategy where organisation_id = $1
     union all select $1, 'person_register', $2::uuid
     order by 1, 2, 3`,
    [organisationId, PERSON_REGISTER_SCOPE],
  );
}
