import type { ImportKind, ImportTarget } from '@hoest/exchange';

/** The targets in the groups of the list a person chooses from; every target stands in exactly one. */
export const TARGET_GROUPS = [
  { id: 'core', targets: ['key', 'code', 'title', 'unit', 'kind', 'phase', 'category'] },
  { id: 'text', targets: ['problem', 'description', 'expectedGain'] },
  { id: 'people', targets: ['ownerName', 'managerName', 'goal'] },
  {
    id: 'course',
    targets: ['statusRag', 'statusNote', 'startPlanned', 'startActual', 'goLivePlanned', 'goLiveActual'],
  },
  { id: 'money', targets: ['costPlanned', 'costOperation', 'benefitTotal', 'benefitFullYear', 'benefitText'] },
  { id: 'other', targets: ['mandatory', 'legalRef', 'affectedStaff'] },
  {
    id: 'booked',
    kind: 'actuals',
    targets: ['account', 'costCentre', 'period', 'actualAmount', 'budgetAmount', 'postingText', 'postingRef'],
  },
] as const satisfies readonly { id: string; kind?: ImportKind; targets: readonly ImportTarget[] }[];

/** The groups of one kind of import. */
export const targetGroupsOf = (kind: ImportKind) =>
  TARGET_GROUPS.filter((group) => ('kind' in group ? group.kind : 'initiatives') === kind);
