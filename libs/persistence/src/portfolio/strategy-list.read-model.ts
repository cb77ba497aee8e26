import type { Transaction } from '../database/transaction';

export interface StrategyRow {
  id: string;
  code: string;
  title: string;
  description: string | null;
  adoptedBy: string | null;
  adoptedOn: string | null;
  validFrom: string;
  validTo: string | null;
  /** Latest first. */
  followups: { id: string; heldOn: string; body: string; kind: string; note: string | null }[];
  version: number;
}

/** Strategies with their political follow-ups, newest first; with `id` only that one. */
export function listStrategies(tx: Transaction, id: string | null = null): Promise<StrategyRow[]> {
  return tx.query<StrategyRow>(
    `select s.id, s.code, s.title, s.description, s.adopted_by as "adoptedBy", s.adopted_on as "adoptedOn",
       s.valid_from as "validFrom", s.valid_to as "validTo", s.version,
       coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'heldOn', f.held_on, 'body', f.body, 'kind', f.kind, 'note', f.note)
           order by f.held_on desc, f.created_at desc)
         from political_followup f where f.organisation_id = s.organisation_id and f.strategy_id = s.id), '[]') as followups
     from strategy s
     where s.organisation_id = $1 and ($2::uuid is null or s.id = $2)
     order by s.valid_from desc, s.code, s.id`,
    [tx.organisationId, id],
  );
}
