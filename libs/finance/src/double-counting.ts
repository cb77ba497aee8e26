/** What one benefit says about where its money is taken from; empty texts count as not said. */
export interface CountedBenefit {
  benefitId: string;
  initiativeId: string;
  /** Whether the initiative is carried out jointly with other organisations. */
  joint: boolean;
  account: string | null;
  costCentre: string | null;
  /** Name and unit of the lead measure, as one text; null without measures. */
  measure: string | null;
  poolId: string | null;
  /** First and last month money is planned in; null = open. */
  from: string | null;
  to: string | null;
}

export type DoubleCountingKind = 'same_account' | 'same_measure';

export interface DoubleCounting {
  kind: DoubleCountingKind;
  /** What they share, as written by the first of them. */
  shared: string;
  /** Two or more, by id. */
  benefitIds: string[];
  /** Whether a joint and a local initiative are among them: the same gain counted by both. */
  localAndJoint: boolean;
}

const normal = (text: string | null) => text?.trim().toLowerCase().replace(/\s+/g, ' ') || null;

const overlap = (a: CountedBenefit, b: CountedBenefit) =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);

/**
 * Benefits that claim from the same account and cost centre, or by the same measure, in overlapping months, without a pool that divides
 * what is there between them. A benefit without a cost centre meets every cost centre of its account.
 * Source: domain rules, F14 and section 3 (BenefitPool)
 */
export function doubleCountings(benefits: readonly CountedBenefit[]): DoubleCounting[] {
  const ordered = [...benefits].sort((a, b) => (a.benefitId < b.benefitId ? -1 : 1));
  const sameAccount = (a: CountedBenefit, b: CountedBenefit) =>
    normal(a.account) !== null &&
    normal(a.account) === normal(b.account) &&
    (normal(a.costCentre) === null || normal(b.costCentre) === null || normal(a.costCentre) === normal(b.costCentre));
  const sameMeasure = (a: CountedBenefit, b: CountedBenefit) =>
    normal(a.measure) !== null && normal(a.measure) === normal(b.measure);
  return [
    ...groups(ordered, sameAccount).map((group) => warning('same_account', group)),
    ...groups(ordered, sameMeasure).map((group) => warning('same_measure', group)),
  ];
}

function warning(kind: DoubleCountingKind, group: readonly CountedBenefit[]): DoubleCounting {
  const [first] = group;
  const place = [first?.account, first?.costCentre].filter(Boolean).join(' · ');
  return {
    kind,
    shared: kind === 'same_account' ? place : (first?.measure ?? ''),
    benefitIds: group.map(({ benefitId }) => benefitId),
    localAndJoint: new Set(group.map(({ joint }) => joint)).size > 1,
  };
}

/** Connected groups of two or more under a symmetric likeness; pairs in the same pool are not alike. */
function groups(
  benefits: readonly CountedBenefit[],
  alike: (a: CountedBenefit, b: CountedBenefit) => boolean,
): CountedBenefit[][] {
  const left = new Set(benefits);
  const found: CountedBenefit[][] = [];
  for (const start of benefits) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const member of group) {
      for (const other of left) {
        const inOnePool = member.poolId !== null && member.poolId === other.poolId;
        if (inOnePool || !alike(member, other) || !overlap(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    if (group.length > 1) found.push(group.sort((a, b) => (a.benefitId < b.benefitId ? -1 : 1)));
  }
  return found;
}
