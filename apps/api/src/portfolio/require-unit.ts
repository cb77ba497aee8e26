import type { Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

/** Where something is put, with what the organisation says about everything in it. */
export interface UnitPlace {
  /** The unit and every unit above it, top first. */
  unitAncestorIds: string[];
  currency: string;
  today: string;
}

/**
 * The unit that a body names at `/unitId`.
 * @throws ProblemError `rule_refused` when the organisation has no such unit
 */
export async function requireUnit(tx: Transaction, unitId: string): Promise<UnitPlace> {
  const [place] = await tx.query<UnitPlace>(
    `select u.ancestor_ids as "unitAncestorIds", o.currency, (now() at time zone o.time_zone)::date as today
     from unit u join organisation o on o.organisation_id = u.organisation_id where u.organisation_id = $1 and u.id = $2`,
    [tx.organisationId, unitId],
  );
  if (place) return place;
  throw fieldRefused('/unitId', 'unknown_reference', {
    da: 'Enheden findes ikke; vælg en anden.',
    en: 'The unit does not exist; choose another.',
  });
}
