import type { LedgerItem } from '@hoest/contracts';
import { groupLines } from '@hoest/finance';
import { addFigures, type Figures, figuresOf } from './figures';

/** One benefit of the ledger. */
export interface BenefitRow {
  kind: 'benefit';
  /** Id of the benefit. */
  id: string;
  item: LedgerItem;
  figures: Figures;
}

/** The administration above its benefits, with their subtotal. */
export interface GroupRow {
  kind: 'group';
  id: string;
  groupId: string;
  name: string;
  figures: Figures;
  benefits: readonly BenefitRow[];
  open: boolean;
}

export interface TotalRow {
  kind: 'total';
  id: 'total';
  figures: Figures;
  count: number;
}

export type LedgerRow = BenefitRow | GroupRow | TotalRow;

/** Benefits by administration, most money promised first, each group with its subtotal. */
export function groupLedger(items: readonly LedgerItem[]): GroupRow[] {
  return groupLines(items, ({ planned }) => BigInt(planned)).map(({ groupId, name, lines }): GroupRow => {
    const benefits = lines.map((item): BenefitRow => ({
      kind: 'benefit',
      id: item.benefitId,
      item,
      figures: figuresOf(item),
    }));
    const figures = addFigures(benefits.map((row) => row.figures));
    return { kind: 'group', id: `group-${groupId}`, groupId, name, figures, benefits, open: true };
  });
}

/** The rows to show, group by group; of a folded group its line alone. */
export function visibleRows(groups: readonly GroupRow[], folded: ReadonlySet<string>): LedgerRow[] {
  return groups.flatMap((group) =>
    folded.has(group.groupId) ? [{ ...group, open: false }] : [group, ...group.benefits],
  );
}

/** The last line: what all groups add up to. */
export function totalRow(groups: readonly GroupRow[]): TotalRow {
  return {
    kind: 'total',
    id: 'total',
    figures: addFigures(groups.map(({ figures }) => figures)),
    count: groups.reduce((count, { benefits }) => count + benefits.length, 0),
  };
}
