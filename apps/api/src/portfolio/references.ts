import type { Transaction } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';

const KINDS = {
  unit: { da: 'Enheden findes ikke; vælg en anden.', en: 'The unit does not exist; choose another.' },
  person: { da: 'Personen findes ikke; vælg en anden.', en: 'The person does not exist; choose another.' },
  goal: { da: 'Målet findes ikke; vælg et andet.', en: 'The goal does not exist; choose another.' },
  strategy: { da: 'Strategien findes ikke; vælg en anden.', en: 'The strategy does not exist; choose another.' },
} as const;

/** A field that names another row, and where it stands in the body. */
export interface Reference {
  pointer: string;
  kind: keyof typeof KINDS;
  /** Null and undefined refer to nothing. */
  id: string | null | undefined;
}

/**
 * Refuses everything a body names that the organisation does not have, all of it at once; an id of another organisation
 * looks like an unknown one. One query, none when nothing is named.
 * @throws ProblemError `rule_refused`
 */
export async function requireReferences(tx: Transaction, references: readonly Reference[]): Promise<void> {
  const named = references.filter((reference) => reference.id !== null && reference.id !== undefined);
  if (named.length === 0) return;
  const broken = await tx.query<{ position: number }>(
    `select r.position from jsonb_to_recordset($2::jsonb) as r(position int, kind text, id uuid)
     where not case r.kind
       when 'unit' then exists (select 1 from unit x where x.organisation_id = $1 and x.id = r.id)
       when 'person' then exists (select 1 from person x where x.organisation_id = $1 and x.id = r.id)
       when 'goal' then exists (select 1 from goal x where x.organisation_id = $1 and x.id = r.id)
       else exists (select 1 from strategy x where x.organisation_id = $1 and x.id = r.id) end
     order by r.position`,
    [tx.organisationId, JSON.stringify(named.map(({ kind, id }, position) => ({ position, kind, id })))],
  );
  const faults = broken.flatMap(({ position }) => {
    const reference = named[position];
    return reference ? [{ pointer: reference.pointer, code: 'unknown_reference', detail: KINDS[reference.kind] }] : [];
  });
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
}
