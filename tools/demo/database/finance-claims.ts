import type { ClientBase } from 'pg';
import { COLUMNS, type Row } from '../rows/tables';
import { cellsOf, copyRows } from './copy-rows';

/**
 * Writes claims in their order, so that the database makes entries of the approved ones with nested rungs. Those that take an entry
 * back come last: the entry is found by its claim, because the database gives it its id.
 */
export async function writeClaims(
  client: ClientBase,
  organisationId: number,
  claims: readonly Row<'finance_claim'>[],
): Promise<void> {
  const columns = ['organisation_id', ...COLUMNS.finance_claim];
  const list = columns.join(', ');
  await client.query(
    `create temporary table staged_claim on commit drop as select ${list}, 0 as place from finance_claim with no data`,
  );
  const cells = cellsOf(organisationId, COLUMNS.finance_claim, claims).map((row, place) => [...row, place]);
  await copyRows(client, 'staged_claim', [...columns, 'place'], cells);
  await client.query(
    `insert into finance_claim (${list}) select ${list} from staged_claim where reverses_entry_id is null order by place`,
  );
  const values = columns.map((column) => (column === 'reverses_entry_id' ? 'e.id' : `s.${column}`)).join(', ');
  await client.query(
    `insert into finance_claim (${list}) select ${values} from staged_claim s
       join finance_entry e on e.organisation_id = s.organisation_id and e.claim_id = s.reverses_entry_id order by s.place`,
  );
}
