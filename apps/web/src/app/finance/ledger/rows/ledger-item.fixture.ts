import type { LedgerItem } from '@hoest/contracts';

const NOTHING = '0';
let count = 0;

/** A line of the ledger for specs: no money unless told. */
export function ledgerItemForSpecs(fields: Partial<LedgerItem>): LedgerItem {
  count += 1;
  const zeros = {
    plannedYear: NOTHING,
    planned: NOTHING,
    forecast: NOTHING,
    realised: NOTHING,
    surplus: NOTHING,
    disputed: NOTHING,
    qualityAssured: NOTHING,
    budgeted: NOTHING,
    takenOut: NOTHING,
    confirmed: NOTHING,
    variance: NOTHING,
    qualityAssuredYear: NOTHING,
    budgetedYear: NOTHING,
    takenOutYear: NOTHING,
    confirmedYear: NOTHING,
  };
  return {
    benefitId: `benefit-${count}`,
    title: `Færre kørture ${count}`,
    class: 'cash_releasing',
    state: 'in_realisation',
    polarity: 1,
    initiativeId: 'initiative',
    initiativeCode: '2026-001',
    initiativeTitle: 'Elektroniske nøgler',
    groupId: 'group',
    groupName: 'Social og Sundhed',
    unitId: 'unit',
    unitName: 'Hjemmeplejen',
    ownerName: null,
    year: 2026,
    account: null,
    costCentre: null,
    scopeReduction: false,
    ...zeros,
    leakage: {
      promised: NOTHING,
      delayed: NOTHING,
      notMeasured: NOTHING,
      disputed: NOTHING,
      shortfall: NOTHING,
      realised: NOTHING,
      budgeted: NOTHING,
      takenOut: NOTHING,
      confirmed: NOTHING,
      surplus: NOTHING,
    },
    status: { code: 'on_track', amount: null, month: null },
    waitingCount: 0,
    ...fields,
  };
}
