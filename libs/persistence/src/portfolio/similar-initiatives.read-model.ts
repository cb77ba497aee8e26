import type { Transaction } from '../database/transaction';

export interface SimilarInitiative {
  id: string;
  code: string;
  title: string;
  unitName: string;
  phase: string;
  /** 0–1. */
  similarity: number;
}

/** Below it, what resembles is chance; found with pairs of Danish titles, which the test repeats. */
const LEAST_SIMILARITY = 0.38;
const MOST_FOUND = 6;
const MOST_WORDS = 10;

/** Words that half of all initiatives have in their title: they say nothing about what an initiative is. */
const FILLERS = new Set(
  `af at den det de der en er et for fra hos i ind med mod nu ny nye nyt og om op på samt som til ud ved
   a an and by for from in new of on or the to with digital digitale digitalt projekt project initiativ indsats`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words of a title that carry its meaning, lower case, longest first; all of them when only fillers are there. */
export function tellingWords(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const telling = words.filter((word) => word.length > 1 && !FILLERS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
}

/**
 * Initiatives that resemble a title and problem, most alike first, at most six. Each telling word is looked for in the
 * other title by trigrams, long words counting more: "Digitale låse" finds "Elektroniske låse i hjemmeplejen", which a
 * comparison of whole titles would not. Row-level security keeps PostgreSQL from using the trigram index here (its
 * operators are not leakproof); the initiatives of one organisation are few enough to be compared one by one.
 */
export async function findSimilarInitiatives(
  tx: Transaction,
  typed: { title: string; problem?: string | undefined; exceptId?: string | undefined },
): Promise<SimilarInitiative[]> {
  const words = tellingWords(typed.title);
  if (words.length === 0) return [];
  return tx.query<SimilarInitiative>(
    `select s.id, s.code, s.title, s.phase, u.name as "unitName", s.similarity from (
       select i.id, i.code, i.title, i.phase, i.unit_id, i.updated_at, round(greatest(
           (select sum(length(w) * word_similarity(w, i.title)) / sum(length(w)) from unnest($2::text[]) w),
           similarity(i.title, $3),
           0.9 * word_similarity(array_to_string($2::text[], ' '), coalesce(i.problem, '')),
           case when $4::text <> '' then similarity(i.problem, $4) end
         )::numeric, 3)::float8 as similarity
       from initiative i where i.organisation_id = $1 and i.id is distinct from $5::uuid
     ) s join unit u on u.organisation_id = $1 and u.id = s.unit_id
     where s.similarity >= $6 order by s.similarity desc, s.updated_at desc limit ${MOST_FOUND}`,
    [tx.organisationId, words, typed.title, typed.problem ?? '', typed.exceptId ?? null, LEAST_SIMILARITY],
  );
}
