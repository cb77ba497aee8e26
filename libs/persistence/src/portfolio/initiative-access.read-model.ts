import { RowNotFound } from '../database/versioned-update';
import type { Transaction } from '../database/transaction';

/** What decides who may change an initiative, and what its writes need to know beforehand. */
export interface InitiativeAccess {
  id: string;
  version: number;
  phase: string;
  phaseBeforeHold: string | null;
  currency: string;
  unitId: string;
  /** The unit and every unit above it, top first. */
  unitAncestorIds: string[];
  /** Owner and manager. */
  responsiblePersonIds: (string | null)[];
  /** Today where the organisation is. */
  today: string;
}

/** The initiative itself, or a table whose rows belong to one. */
type InitiativeOwned =
  'initiative' | 'cost_line' | 'adoption_series' | 'decision' | 'benefit' | 'enabler' | 'change_activity';

/**
 * @param table where `id` stands: the initiative itself, or a row that belongs to one
 * @param lock whether the initiative stays as it is until the transaction ends
 * @throws RowNotFound naming `table`
 */
export async function readInitiativeAccess(
  tx: Transaction,
  id: string,
  options: { table?: InitiativeOwned; lock?: boolean } = {},
): Promise<InitiativeAccess> {
  const table = options.table ?? 'initiative';
  const which =
    table === 'initiative'
      ? 'i.id = $2'
      : `i.id = (select x.initiative_id from ${table} x where x.organisation_id = $1 and x.id = $2)`;
  const [row] = await tx.query<InitiativeAccess>(
    `select i.id, i.version, i.phase, i.phase_before_hold as "phaseBeforeHold", i.currency, i.unit_id as "unitId",
       u.ancestor_ids as "unitAncestorIds", array[i.owner_id, i.manager_id] as "responsiblePersonIds",
       (now() at time zone o.time_zone)::date as today
     from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
       join organisation o on o.organisation_id = i.organisation_id
     where i.organisation_id = $1 and ${which}${options.lock ? ' for no key update of i' : ''}`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound(table);
  return row;
}
