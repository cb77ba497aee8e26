import type { LedgerItem } from '@hoest/contracts';

/** Figures of the ledger that add up down a column; each is also the id of its column. */
export const FIGURES = [
  'plannedYear',
  'planned',
  'realised',
  'qualityAssured',
  'budgeted',
  'takenOut',
  'confirmed',
  'variance',
  'forecast',
] as const;
export type Figure = (typeof FIGURES)[number];

/** Signed minor units. */
export type Figures = Readonly<Record<Figure, bigint>>;

const made = (of: (figure: Figure) => bigint) =>
  Object.fromEntries(FIGURES.map((figure) => [figure, of(figure)])) as Figures;

/** The figures of one line, read once: cells and sums work on them, never on digits. */
export function figuresOf(item: Pick<LedgerItem, Figure>): Figures {
  return made((figure) => BigInt(item[figure]));
}

/** What lines add up to, column by column; zeros for no lines. */
export function addFigures(lines: readonly Figures[]): Figures {
  return made((figure) => {
    let sum = 0n;
    for (const line of lines) sum += line[figure];
    return sum;
  });
}

/** Whether a variance is more than a quarter of the plan against us: only then it is written in red. */
export function isFarAgainst({ variance, planned }: Pick<Figures, 'variance' | 'planned'>): boolean {
  const size = planned < 0n ? -planned : planned;
  return variance < 0n && -variance * 4n > size;
}
