import { randomUUID } from 'node:crypto';
import pg, { type ClientBase } from 'pg';

/** A small organisation for tests of the machinery; what its initiatives are about does not matter there. */
export interface PlantedOrganisation {
  organisationId: number;
  unitId: string;
  /** A person with an account that is a portfolio office's. */
  personId: string;
  accountId: string;
  initiativeIds: string[];
}

/** Writes an organisation with so many initiatives; the triggers leave their wishes, as for any other write. */
export async function plantOrganisation(ownerUrl: string, initiatives: number): Promise<PlantedOrganisation> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tag = randomUUID().slice(0, 8);
    // The organisation's own row must match the organisation of the session, so its number is chosen beforehand.
    const { rows } = await client.query<{ id: number }>(
      `select nextval(pg_get_serial_sequence('organisation', 'organisation_id'))::int as id`,
    );
    const organisationId = rows[0]?.id ?? 0;
    await client.query(`select set_config('app.organisation_id', $1, false)`, [String(organisationId)]);
    await client.query(
      `insert into organisation (organisation_id, name, kind) overriding system value values ($1, $2, 'municipality')`,
      [organisationId, `Prøveby ${tag}`],
    );
    const unitId = randomUUID();
    await client.query(
      `insert into unit (organisation_id, id, code, name, level, valid_from, ancestor_ids) values ($1, $2, 'ROOT', 'Kommunen', 0, '2020-01-01', array[$2::uuid])`,
      [organisationId, unitId],
    );
    const { personId, accountId } = await plantPerson(client, organisationId, unitId, `${tag}@proeveby.example`);
    const initiativeIds = Array.from({ length: initiatives }, () => randomUUID());
    await client.query(
      `insert into initiative (organisation_id, id, code, title, unit_id, owner_id, phase, start_actual)
        select $1, id, '2026-' || lpad(n::text, 5, '0'), 'Initiativ ' || n, $2, $3, 'executing', '2026-01-01' from unnest($4::uuid[]) with ordinality as t(id, n)`,
      [organisationId, unitId, personId, initiativeIds],
    );
    return { organisationId, unitId, personId, accountId, initiativeIds };
  } finally {
    await client.end();
  }
}

async function plantPerson(client: ClientBase, organisationId: number, unitId: string, email: string) {
  const personId = randomUUID();
  const accountId = randomUUID();
  await client.query(
    `insert into person (organisation_id, id, unit_id, name, email, valid_from) values ($1, $2, $3, 'Karen Prøve', $4, '2020-01-01')`,
    [organisationId, personId, unitId, email],
  );
  await client.query(`insert into account (organisation_id, id, person_id, email) values ($1, $2, $3, $4)`, [
    organisationId,
    accountId,
    personId,
    email,
  ]);
  await client.query(
    `insert into access_grant (organisation_id, account_id, access_role) values ($1, $2, 'portfolio_office')`,
    [organisationId, accountId],
  );
  return { personId, accountId };
}
