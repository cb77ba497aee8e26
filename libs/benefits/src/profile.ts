import type { CalendarDate, Label } from '@hoest/quantities';
import { leadMeasure } from './plan';
import { ACCEPTANCE_TESTS, type AcceptanceTest } from './value-lists';

/** What a full profile consists of, in the order it is asked for. */
export const PROFILE_FIELDS = [
  'owner',
  'class',
  'beneficiary',
  'measure',
  'unit',
  'direction',
  'baseline',
  'targetPoints',
  'frequency',
  'goal',
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

export const PROFILE_FIELD_LABELS: Record<ProfileField, Label> = {
  owner: { da: 'Gevinstejer', en: 'Benefit owner' },
  class: { da: 'Gevinsttype', en: 'Benefit class' },
  beneficiary: { da: 'Hvem får gevinsten', en: 'Beneficiary' },
  measure: { da: 'Et mål', en: 'A measure' },
  unit: { da: 'Målets enhed', en: 'Unit of the measure' },
  direction: { da: 'Målets retning', en: 'Direction of the measure' },
  baseline: { da: 'Nulpunktsmåling eller dato for den', en: 'Baseline, or the date of it' },
  targetPoints: { da: 'Mindst to punkter på målkurven', en: 'At least two target points' },
  frequency: { da: 'Målehyppighed', en: 'Measuring frequency' },
  goal: { da: 'Kobling til et mål i strategien', en: 'Link to a goal' },
};

/** Facts of one measure as a profile needs them; null and empty = not stated. */
export interface ProfileMeasure {
  id: string;
  position: number;
  unit: string | null;
  direction: string | null;
  frequency: string | null;
  /** Of the baseline in force. */
  baselineValue: unknown;
  /** When the baseline in force will be measured. */
  baselinePlannedOn: CalendarDate | null;
  targetPointCount: number;
}

export interface ProfileFacts {
  ownerId: string | null;
  class: string | null;
  beneficiary: string | null;
  goalId: string | null;
  /** Whether the initiative has gone live; from then on a planned baseline is not enough. */
  isLive: boolean;
  measures: readonly ProfileMeasure[];
}

/**
 * What the full profile still lacks, in the order of `PROFILE_FIELDS`; empty = complete. Unit, direction, baseline, points
 * and frequency are asked of the lead measure; without any measure only `measure` is named for them.
 * Source: domain rules, section 4
 */
export function missingForProfile(facts: ProfileFacts): ProfileField[] {
  const lead = leadMeasure(facts.measures);
  const baseline = lead?.baselineValue ?? (facts.isLive ? null : lead?.baselinePlannedOn);
  const missing: Record<ProfileField, boolean> = {
    owner: !facts.ownerId,
    class: !facts.class,
    beneficiary: !facts.beneficiary,
    measure: lead === null,
    unit: lead !== null && !lead.unit,
    direction: lead !== null && !lead.direction,
    baseline: lead !== null && (baseline ?? null) === null,
    targetPoints: lead !== null && lead.targetPointCount < 2,
    frequency: lead !== null && !lead.frequency,
    goal: !facts.goalId,
  };
  return PROFILE_FIELDS.filter((field) => missing[field]);
}

/** Answers to the four acceptance tests; null = not tested, which counts as not passed. */
export type AcceptanceAnswers = Readonly<Record<AcceptanceTest, boolean | null>>;

/** The acceptance tests that are not passed. Source: domain rules, section 4 [S8] */
export function failedAcceptanceTests(answers: AcceptanceAnswers): AcceptanceTest[] {
  return ACCEPTANCE_TESTS.filter((test) => answers[test] !== true);
}
