import type { Overview } from '@hoest/contracts';
import { Decimal } from '@hoest/quantities';
import { shownAmount, shownParts } from '../shown-amounts';

export type HarvestPart = 'cash' | 'other' | 'shortfall' | 'notMeasured' | 'delayed';

export interface HarvestFigures {
  promised: bigint;
  realised: bigint;
  /** What was promised and did not come. */
  missing: bigint;
  /** `cash` and `other` add up to `realised`, the other three to `missing`, both to `promised`. */
  parts: Record<HarvestPart, bigint>;
  /** Realised of promised in whole percent; what is missing has the rest of 100. Null when nothing positive was promised. */
  realisedPercent: number | null;
  /** The part that explains most of what is missing; null when nothing is. */
  largestMissing: Exclude<HarvestPart, 'cash' | 'other'> | null;
}

/**
 * This year's harvest as the reader sees it, minor units in multiples of `step`: rounded once at the top, and parts so
 * that every sum on the page can be checked by adding what is shown.
 */
export function harvestFigures(harvest: Overview['harvest'], step: bigint): HarvestFigures {
  const exact = {
    promised: BigInt(harvest.promised),
    realised: BigInt(harvest.realised),
    cash: BigInt(harvest.realisedCash),
    shortfall: BigInt(harvest.shortfall),
    notMeasured: BigInt(harvest.notMeasured),
    delayed: BigInt(harvest.delayed),
  };
  const promised = shownAmount(exact.promised, step);
  const [realised = 0n, missing = 0n] = shownParts([exact.realised, exact.promised - exact.realised], step, promised);
  const [cash = 0n, other = 0n] = shownParts([exact.cash, exact.realised - exact.cash], step, realised);
  const lost = [exact.shortfall, exact.notMeasured, exact.delayed];
  const [shortfall = 0n, notMeasured = 0n, delayed = 0n] = shownParts(lost, step, missing);
  const parts = { cash, other, shortfall, notMeasured, delayed };
  const causes = (['shortfall', 'notMeasured', 'delayed'] as const).filter((part) => parts[part] > 0n);
  const largest = causes.reduce<(typeof causes)[number] | null>(
    (best, part) => (best === null || exact[part] > exact[best] ? part : best),
    null,
  );
  return {
    promised,
    realised,
    missing,
    parts,
    realisedPercent:
      exact.promised > 0n
        ? new Decimal(harvest.realised).dividedBy(harvest.promised).times(100).toDecimalPlaces(0).toNumber()
        : null,
    largestMissing: largest,
  };
}
