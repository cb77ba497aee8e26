import { VALIDATION_TESTS, type ValidationTest } from '@hoest/finance';
import { type CalendarDate, fiscalYear } from '@hoest/quantities';
import { ledgerStart } from '../closed-months';
import type { Gain, MeasuredMoney } from '../gain-money';
import type { StoryContext } from '../story-context';
import { approved, type Claim, dayOf, daysLater, disputed } from './claim';

/** Days finance takes to answer: the oldest that waits is as old as the longest. */
const ANSWER_DAYS = [5, 12] as const;

const HOURS_STAY_TIME = 'Timerne er målt, men intet budget er sat ned; beløbet bliver på første trin.';
const ONLY_A_SAMPLE = 'Stikprøven er lille; beløbet efterprøves ved årsafslutningen.';

function doubtOf({ benefit, lead }: Gain): readonly [ValidationTest, string] | null {
  if (benefit.spec.ladder?.doubt) return benefit.spec.ladder.doubt;
  if (benefit.spec.class === 'capacity') return ['valuation', HOURS_STAY_TIME];
  const isCounted = ['system_extract', 'count'].includes(lead.spec.evidence ?? 'system_extract');
  return isCounted ? null : ['validation', ONLY_A_SAMPLE];
}

/** Whether the year's budget was lowered before the money came, and finance assured the whole year then. */
export function isAhead({ benefit }: Gain, year: number): boolean {
  return benefit.spec.ladder?.ahead !== undefined && String(benefit.timeline.goLiveActual) < `${year}-01-01`;
}

/** Every measured amount as it reaches finance: quality-assured, waiting, or disputed. */
export function measuredClaims(story: StoryContext, gain: Gain, money: readonly MeasuredMoney[]): Claim[] {
  const { calendar, ids } = story;
  const { benefit } = gain;
  const random = story.random.of(`assured/${benefit.id}`);
  const ofLedger = money.filter(({ from }) => from >= ledgerStart(story));
  const idOf = (measurementId: string, on: CalendarDate) => ids.of('finance_claim', `measured/${measurementId}`, on);
  const claims = ofLedger.map(({ measurement, from, to, amountMinor }): Claim => {
    const proposedAt = String(measurement.recorded_at);
    const on = daysLater(random, dayOf(proposedAt), ...ANSWER_DAYS);
    const former = measurement.supersedes_id === null ? null : String(measurement.supersedes_id);
    const isCovered = isAhead(gain, fiscalYear(from));
    return {
      id: idOf(String(measurement.id), dayOf(proposedAt)),
      rung: 'quality_assured',
      from,
      to,
      amountMinor,
      proposer: benefit.measurer ?? String(benefit.initiative.manager),
      proposedAt,
      answer: !calendar.isPast(on)
        ? null
        : isCovered
          ? {
              on,
              outcome: 'withdrawn',
              checklist: null,
              reason: 'Er med i det beløb, der blev lagt i budgettet for hele året.',
            }
          : approved(on, doubtOf(gain)),
      measurementId: String(measurement.id),
      evidenceKind: String(measurement.evidence_kind),
      ...(former && { correctsClaimId: ids.find('finance_claim', `measured/${former}`) }),
      ...(measurement.comment !== null && { comment: String(measurement.comment) }),
    };
  });
  return inDispute(gain, claims);
}

/** The latest amounts finance has looked at are disputed where the story says so. */
function inDispute({ benefit }: Gain, claims: readonly Claim[]): Claim[] {
  const [count, test, reason] = benefit.spec.ladder?.disputed ?? [0, VALIDATION_TESTS[0], ''];
  const decided = claims.filter(({ answer }) => answer?.outcome === 'approved');
  const latest = new Set(decided.slice(Math.max(0, decided.length - count)));
  return claims.map((claim) =>
    claim.answer && latest.has(claim) ? { ...claim, answer: disputed(claim.answer.on, test, reason) } : claim,
  );
}
