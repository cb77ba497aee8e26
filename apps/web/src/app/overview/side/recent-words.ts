import { BENEFIT_STATE_LABELS, type BenefitState } from '@hoest/benefits';
import type { Overview } from '@hoest/contracts';
import { PHASE_LABELS, type Phase, RAG_LABELS, type RagStatus } from '@hoest/portfolio';
import type { Label } from '@hoest/quantities';
import type { Format, UiLocale } from '@hoest/ui';
import type { overviewTexts } from '../overview-texts';

export type RecentEvent = Overview['recent'][number];
type Texts = ReturnType<typeof overviewTexts.inject>;
type Change = NonNullable<RecentEvent['changes']['phase']>;

/** What happened, in words; a step has its old and new value, which the page sets in italics. */
export interface EventWords {
  /** "Status gik fra", or all there is to say. */
  text: string;
  from: string | null;
  /** Word between the two: "til". */
  between: string;
  to: string | null;
}

const OBJECTS = [
  'initiative',
  'benefit',
  'measure',
  'baseline',
  'plan_version',
  'cost_line',
  'adoption_series',
  'role_assignment',
  'benefit_pool',
  'enabler',
  'change_activity',
  'map_link',
  'assumption',
  'decision',
] as const;
const WHOLE = {
  'measurement recorded': 'event.measured',
  'initiative registered': 'event.registered',
  'initiative imported': 'event.imported',
  'gate_passage gate_passed': 'event.gatePassed',
  'decision decided': 'event.decided',
  'decision recorded': 'event.decided',
  'decision executed': 'event.executed',
  'decision followup_recorded': 'event.followedUp',
  'benefit plan_approved': 'event.planApproved',
  'benefit handed_over': 'event.handedOver',
  'plan_version plan_frozen': 'event.planFrozen',
  'plan_version rebaselined': 'event.rebaselined',
  'initiative status_confirmed': 'event.confirmed',
  'finance_claim reported': 'event.claimReported',
  'finance_claim approved': 'event.claimApproved',
  'finance_claim disputed': 'event.claimDisputed',
  'finance_claim withdrawn': 'event.claimWithdrawn',
  'finance_claim lapsed': 'event.claimLapsed',
  'finance_claim reversal_asked': 'event.reversalAsked',
} as const;

/** Words for an event: the step it was, else what its kind is known for, else which kind of record was touched how. */
export function eventWords(event: RecentEvent, t: Texts, format: Format, locale: UiLocale): EventWords {
  const { changes, action, objectKind } = event;
  const phase = named<Phase>(PHASE_LABELS, locale);
  const status = named<RagStatus>(RAG_LABELS, locale);
  const known = WHOLE[`${objectKind} ${action}` as keyof typeof WHOLE] as
    (typeof WHOLE)[keyof typeof WHOLE] | undefined;
  const state = named<BenefitState>(BENEFIT_STATE_LABELS, locale);
  // An amount in finance has states of its own, which its action says already.
  if (objectKind === 'finance_claim' && known) return whole(t(known));
  if (changes.phase) return step(t('event.phase'), t('event.phaseFirst'), changes.phase, phase, t);
  if (changes.state) return step(t('event.state'), t('event.stateFirst'), changes.state, state, t);
  if (changes.statusRag) return step(t('event.status'), t('event.statusFirst'), changes.statusRag, status, t);
  if (changes.goLiveActual?.to) return whole(t('event.live', { date: format.date(changes.goLiveActual.to) }));
  if (changes.goLivePlanned?.to)
    return step(t('event.goLive'), t('event.goLiveFirst'), changes.goLivePlanned, (date) => format.date(date), t);
  if (known) return whole(t(known));
  const object = OBJECTS.find((one) => one === objectKind) ?? 'other';
  const how = ['created', 'added', 'registered', 'imported'].includes(action)
    ? 'added'
    : action === 'removed'
      ? 'removed'
      : 'changed';
  return whole(t(`event.${how}`, { object: t(`object.${object}`) }));
}

const whole = (text: string): EventWords => ({ text, from: null, between: '', to: null });

/** A step from one value to another; without an old value, or with the same, only the new one is told. */
function step(
  moved: string,
  first: string,
  { from, to }: Change,
  word: (value: string) => string,
  t: Texts,
): EventWords {
  const toWord = to === null ? null : word(to);
  if (from === null || from === to || toWord === null) return { text: first, from: null, between: '', to: toWord };
  return { text: moved, from: word(from), between: t('event.to'), to: toWord };
}

/** The value's word in running text; a value of another version stands as it is. */
function named<Value extends string>(labels: Record<Value, Label>, locale: UiLocale): (value: string) => string {
  return (value) => {
    const label = (labels as Partial<Record<string, Label>>)[value];
    return label ? locale.label(label).toLocaleLowerCase(locale.language()) : value;
  };
}
