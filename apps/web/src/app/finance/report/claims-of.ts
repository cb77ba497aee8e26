import type { BodyOf, claimRoutes, Problem } from '@hoest/contracts';
import { rungNumber } from '@hoest/finance';
import type { Difference } from '../ledger/edits/pending-edits';

/** What is asked for once and goes with every amount whose rung needs it. */
export interface ReportDetails {
  budgetVersionId?: string | undefined;
  account?: string | undefined;
  postingRef?: string | undefined;
  accountsRef?: string | undefined;
  evidenceKind?: string | undefined;
  comment?: string | undefined;
}

type Item = BodyOf<typeof claimRoutes.reportClaims>['items'][number];

const ASKED_AT: Record<keyof ReportDetails, (rung: number) => boolean> = {
  budgetVersionId: (rung) => rung === 2,
  account: (rung) => rung >= 3,
  postingRef: (rung) => rung >= 3,
  accountsRef: (rung) => rung === 4,
  evidenceKind: () => true,
  comment: () => true,
};

/**
 * The items of one report. A detail goes along only where its rung asks for it: an account typed for what was taken out
 * does not replace that of a quality-assured amount. `priceYear` = year of the fixed prices the amounts were typed in, null =
 * current prices.
 */
export function claimsOf(differences: readonly Difference[], details: ReportDetails, priceYear: number | null): Item[] {
  return differences.map((difference) => {
    const rung = rungNumber(difference.rung);
    const given = Object.entries(details).filter(
      ([field, value]) => value !== undefined && ASKED_AT[field as keyof ReportDetails](rung),
    );
    return {
      ...difference,
      amountMinor: difference.amountMinor.toString(),
      ...(priceYear !== null && { priceYear }),
      ...Object.fromEntries(given),
    } as Item;
  });
}

export interface ItemFault {
  /** Name of the field of the item; empty when the whole item is meant. */
  field: string;
  detail: string;
}

/** Faults by the place of the item they belong to: `/items/3/postingRef`. */
export function faultsByItem(errors: NonNullable<Problem['errors']>): Map<number, ItemFault[]> {
  const faults = new Map<number, ItemFault[]>();
  for (const { pointer, detail } of errors) {
    const found = /^\/items\/(\d+)(?:\/(\w+))?/.exec(pointer);
    if (!found) continue;
    const index = Number(found[1]);
    faults.set(index, [...(faults.get(index) ?? []), { field: found[2] ?? '', detail }]);
  }
  return faults;
}
