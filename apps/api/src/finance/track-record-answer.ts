import type { CorrectedExpectation, TrackRecordAnswer, TrackRecordRow } from '@hoest/contracts';
import {
  addTrackSums,
  type BenefitClass,
  ESTIMATE_BASES,
  type EstimateBasis,
  type ExpectationFactor,
  expectationFactor,
  OWN_EXPERIENCE_FROM,
  type ClosedBenefit,
  type TrackRecord,
  trackRecord,
  type TrackSums,
  trackSums,
} from '@hoest/benefits';
import { Decimal, roundToWhole } from '@hoest/quantities';
import type { PromiseRow } from '@hoest/persistence';
import type { PricedCases, TrackCase } from './priced-cases';

/** Decimals of ratios in the answer. */
const RATIO_DECIMALS = 6;
const shown = (ratio: Decimal | undefined) => ratio?.toDecimalPlaces(RATIO_DECIMALS).toFixed() ?? null;

const digits = (amount: ClosedBenefit['planned']) => roundToWhole(amount).toString();

function recordAnswer(sums: TrackSums): TrackRecordAnswer['scope'] {
  const record = trackRecord(sums);
  return {
    cases: record?.cases ?? 0,
    plannedMinor: digits(sums.planned),
    realisedMinor: digits(sums.realised),
    accuracy: shown(record?.accuracy),
    bias: shown(record?.bias),
    ratio: shown(record?.ratio),
  };
}

function corrected(factor: ExpectationFactor): Pick<TrackRecordRow, 'factorUsed' | 'reason' | 'credibility'> {
  switch (factor.kind) {
    case 'unknown':
      return { factorUsed: null, reason: 'default', credibility: null };
    case 'shrunk':
      return { factorUsed: shown(factor.factor), reason: 'shrunk', credibility: shown(factor.credibility) };
    default:
      return { factorUsed: shown(factor.factor), reason: factor.kind, credibility: null };
  }
}

/** One dimension of the record: groups by key, each with what promises of its kind are multiplied by. */
function rowsBy(
  by: TrackRecordRow['by'],
  groups: readonly { key: string | null; name: string | null; parts: readonly ClosedBenefit[] }[],
  organisation: TrackRecord | null,
): TrackRecordRow[] {
  return groups.map(({ key, name, parts }) => {
    const sums = trackSums(parts);
    // Below the threshold the default follows from the basis alone; a class or unit holds several.
    const basis = by === 'basis' ? (key as EstimateBasis | null) : null;
    return {
      by,
      key,
      name,
      ...recordAnswer(sums),
      ...corrected(expectationFactor(trackRecord(sums), organisation, basis)),
    };
  });
}

/** Parts by a key, in the order in which keys are met. */
function grouped(parts: readonly TrackCase[], keyOf: (part: TrackCase) => string) {
  const groups = new Map<string, TrackCase[]>();
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return [...groups].map(([key, members]) => ({ key, name: null as string | null, parts: members }));
}

const mostMoneyFirst = (a: TrackRecordRow, b: TrackRecordRow) =>
  new Decimal(b.plannedMinor).comparedTo(a.plannedMinor) || String(a.key).localeCompare(String(b.key));

/**
 * The track record of a scope, by class, administration and estimate basis.
 * @param organisation closed benefits of the whole organisation
 * @param inScope those of the chosen unit
 */
export function trackRecordAnswer(
  organisation: PricedCases,
  inScope: PricedCases,
  about: { asOf: string; currency: string },
): TrackRecordAnswer {
  const scope = inScope.cases;
  const whole = trackSums(organisation.cases);
  const record = trackRecord(whole);
  const units = grouped(scope, ({ unitId }) => unitId).map((unit) => ({
    ...unit,
    name: unit.parts[0]?.unitName ?? null,
  }));
  const noBasis = scope.filter(({ estimateBasis }) => estimateBasis === null);
  const bases: { key: string | null; name: null; parts: TrackCase[] }[] = ESTIMATE_BASES.map((basis) => ({
    key: basis,
    name: null,
    parts: scope.filter(({ estimateBasis }) => estimateBasis === basis),
  }));
  if (noBasis.length > 0) bases.push({ key: null, name: null, parts: noBasis });
  return {
    ...about,
    ownFrom: OWN_EXPERIENCE_FROM,
    unpriced: inScope.unpriced,
    organisation: recordAnswer(whole),
    // Summed from the administrations that stand below it, so that the table adds up.
    scope: recordAnswer(addTrackSums(units.map(({ parts }) => trackSums(parts)))),
    rows: [
      ...rowsBy(
        'class',
        grouped(scope, (part) => part.class),
        record,
      ).sort(mostMoneyFirst),
      ...rowsBy('unit', units, record).sort(mostMoneyFirst),
      ...rowsBy('basis', bases, record),
    ],
  };
}

/** One promise as made and as corrected by the record of its class. */
export function correctedExpectationAnswer(
  benefitId: string,
  promise: PromiseRow,
  { cases }: PricedCases,
): CorrectedExpectation {
  const basis = promise.estimateBasis as EstimateBasis | null;
  const whole = trackRecord(trackSums(cases));
  const group = trackRecord(trackSums(cases.filter((one) => one.class === promise.class)));
  const factor = expectationFactor(group, whole, basis);
  const value = factor.kind === 'unknown' ? null : factor.factor;
  return {
    benefitId,
    currency: promise.currency,
    class: promise.class as BenefitClass,
    estimateBasis: basis,
    promisedMinor: promise.promisedMinor,
    correctedMinor:
      value === null || promise.promisedMinor === null
        ? null
        : roundToWhole(new Decimal(promise.promisedMinor).times(value)).toString(),
    factor: shown(value ?? undefined),
    reason: factor.kind === 'unknown' ? null : factor.kind,
    credibility: factor.kind === 'shrunk' ? shown(factor.credibility) : null,
    classCases: group?.cases ?? 0,
    classRatio: shown(group?.ratio),
    organisationCases: whole?.cases ?? 0,
    organisationRatio: shown(whole?.ratio),
  };
}
