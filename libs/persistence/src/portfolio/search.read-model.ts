import { escapeLike } from '../database/list-page';
import type { Transaction } from '../database/transaction';
import { PROMISED_BENEFIT } from './initiative-columns';

export interface FoundObject {
  kind: 'initiative' | 'benefit';
  id: string;
  initiativeId: string;
  code: string;
  title: string;
  unitName: string;
  phase: string | null;
  state: string | null;
}

const MOST_FOUND = 20;

/**
 * Initiatives and benefits that contain every word – in title, problem or code of the initiative, in the title of the
 * benefit. First those whose code starts with what was typed, then by how well the title fits; an initiative before
 * its benefits.
 */
export async function searchPortfolio(tx: Transaction, text: string): Promise<FoundObject[]> {
  const patterns = text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${escapeLike(word)}%`);
  return tx.query<FoundObject>(
    `select kind, id, "initiativeId", code, title, "unitName", phase, state from (
       select 'initiative' as kind, i.id, i.id as "initiativeId", i.code, i.title, u.name as "unitName", i.phase, null as state,
           i.code ilike $4 as by_code, word_similarity($3, i.title) as fit
         from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where i.organisation_id = $1 and i.title || ' ' || i.code || ' ' || coalesce(i.problem, '') ilike all($2::text[])
       union all
       select 'benefit', b.id, i.id, i.code, b.title, u.name, null, b.state, false, word_similarity($3, b.title)
         from benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
           join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where b.organisation_id = $1 and ${PROMISED_BENEFIT} and b.title ilike all($2::text[])
     ) found order by by_code desc, fit desc, kind desc, title collate "da-x-icu", id limit ${MOST_FOUND}`,
    [tx.organisationId, patterns, text, `${escapeLike(text)}%`],
  );
}
