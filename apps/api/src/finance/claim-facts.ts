import type { ClaimState, Rung } from '@hoest/finance';
import { rungOf } from '@hoest/finance';
import type { AccessObject } from '@hoest/organisation';
import { RowNotFound, type Transaction } from '@hoest/persistence';

/** States of a benefit that was given up: nobody reports amounts on it any more. */
export const NOT_FOLLOWED: readonly string[] = ['rejected', 'written_off', 'transferred'];

/** What the rules about claims ask of a benefit. */
export interface ClaimedBenefit {
  id: string;
  title: string;
  class: string;
  currency: string;
  account: string | null;
  costCentre: string | null;
  scopeReduction: boolean;
  state: string;
  poolId: string | null;
  ownerId: string | null;
  measurerId: string | null;
  initiativeId: string;
  initiativeOwnerId: string | null;
  initiativeManagerId: string | null;
  unitAncestorIds: string[];
}

/** What the access policy needs to know about a claim on the benefit. */
export function accessToClaims(benefit: ClaimedBenefit): AccessObject {
  return {
    unitAncestorIds: benefit.unitAncestorIds,
    responsiblePersonIds: [benefit.initiativeOwnerId, benefit.initiativeManagerId, benefit.ownerId, benefit.measurerId],
  };
}

/** Benefits by id, those of other organisations or of nothing left out. */
export async function readClaimedBenefits(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ClaimedBenefit>> {
  const rows = await tx.query<ClaimedBenefit>(
    `select b.id, b.title, b.class, b.currency, b.account, b.cost_centre as "costCentre", b.scope_reduction as "scopeReduction", b.state, b.pool_id as "poolId",
       b.owner_id as "ownerId", b.measurer_id as "measurerId", b.initiative_id as "initiativeId", i.owner_id as "initiativeOwnerId",
       i.manager_id as "initiativeManagerId", u.ancestor_ids as "unitAncestorIds"
     from benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
       join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
     where b.organisation_id = $1 and b.id = any($2::uuid[])`,
    [tx.organisationId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** @throws RowNotFound */
export async function readClaimedBenefit(tx: Transaction, id: string): Promise<ClaimedBenefit> {
  const benefit = (await readClaimedBenefits(tx, [id])).get(id);
  if (!benefit) throw new RowNotFound('benefit');
  return benefit;
}

/** A claim as the use cases work with it. */
export interface ClaimRow {
  id: string;
  version: number;
  benefitId: string;
  year: number;
  monthFrom: string;
  monthTo: string;
  rung: Rung;
  amountMinor: bigint;
  priceYear: number;
  account: string | null;
  costCentre: string | null;
  budgetVersionId: string | null;
  postingRef: string | null;
  accountsRef: string | null;
  evidenceKind: string | null;
  scopeReduction: boolean;
  comment: string | null;
  reversesEntryId: string | null;
  measurementId: string | null;
  state: ClaimState;
  proposedBy: string;
  /** Everybody who reported the amount or changed it, the present reporter among them. */
  reporterIds: string[];
}

/**
 * One claim, locked until the transaction ends, so that of two who decide at once the second finds it decided.
 * @throws RowNotFound
 */
export async function lockClaim(tx: Transaction, id: string): Promise<ClaimRow> {
  const [row] = await tx.query<Omit<ClaimRow, 'rung' | 'amountMinor'> & { rung: number; amountMinor: string }>(
    `select c.id, c.version, c.benefit_id as "benefitId", c.year, c.month_from as "monthFrom", c.month_to as "monthTo", c.rung,
       c.amount_minor::text as "amountMinor", c.price_year as "priceYear", c.account, c.cost_centre as "costCentre", c.budget_version_id as "budgetVersionId",
       c.posting_ref as "postingRef", c.accounts_ref as "accountsRef", c.evidence_kind as "evidenceKind", c.scope_reduction as "scopeReduction", c.comment,
       c.reverses_entry_id as "reversesEntryId", c.measurement_id as "measurementId", c.state, c.proposed_by as "proposedBy",
       c.reported_by || c.proposed_by as "reporterIds"
     from finance_claim c where c.organisation_id = $1 and c.id = $2 for update`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound('finance_claim');
  return { ...row, rung: rungOf(row.rung), amountMinor: BigInt(row.amountMinor) };
}
