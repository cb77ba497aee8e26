import { addDays, type CalendarDate, endOfMonth, fiscalYear, monthsBetween, startOfMonth } from '@hoest/quantities';
import { ledgerStart } from '../closed-months';
import type { Gain } from '../gain-money';
import type { RandomSource } from '../random-source';
import { officeHour, workday } from '../story-calendar';
import { minorOf, type StoryContext } from '../story-context';
import { budgetVersionFor } from './budget-versions';
import { approved, type Claim, dayOf, daysLater } from './claim';
import { isAhead } from './measured-claims';

/** One amount on its way through the budget: entered, then taken out. */
interface Step {
  year: number;
  from: CalendarDate;
  to: CalendarDate;
  budgeted: Claim;
  takenOut: Claim | null;
  /** What the accounts will confirm of it, minor units. */
  confirms: bigint;
  isReversed: boolean;
}

/** Days after a quarter in which budgets are followed up, and after a year when what came late is. */
const FOLLOW_UP_DAYS = [33, 39] as const;
const LATE_FOLLOW_UP_DAYS = 77;
/** Days until finance has answered what the other controller reports. */
const ANSWER_DAYS = [3, 6] as const;

interface Reporter {
  proposer: string;
  random: RandomSource;
}

/** A part of an amount in whole thousands of kroner, as budgets are written; never more than the amount. */
const thousandsOf = (amountMinor: bigint, share: number) => {
  const part = (amountMinor * BigInt(Math.round(share * 100))) / 100n;
  return part - (part % minorOf(1));
};

/** Everything above rung 1 of one gain. `assured` = its claims on rung 1; classes that stay there are not asked. */
export function budgetClaims(story: StoryContext, gain: Gain, assured: readonly Claim[], proposer: string): Claim[] {
  const reporter = { proposer, random: story.random.of(`budgeted/${gain.benefit.id}`) };
  const ahead = yearsOf(story).flatMap((year) => (isAhead(gain, year) ? aheadClaims(story, gain, year, reporter) : []));
  const steps = stepsOf(story, gain, assured, reporter);
  const reversal = reversalOf(story, gain, steps, reporter);
  const { waits } = gain.benefit.spec.ladder ?? {};
  if (waits !== undefined) letWait(story, steps, waits);
  return [
    ...ahead,
    ...steps.flatMap(({ budgeted, takenOut }) => (takenOut ? [budgeted, takenOut] : [budgeted])),
    ...reversal,
    ...yearsOf(story).flatMap((year) => confirmedClaims(story, gain, steps, year, reporter)),
  ];
}

function yearsOf(story: StoryContext): number[] {
  const [first, last] = [fiscalYear(ledgerStart(story)), fiscalYear(story.calendar.today)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The days budgets are followed up on, each with the last month it looks at. */
function followUps(
  story: StoryContext,
  random: RandomSource,
): { year: number; through: CalendarDate; on: CalendarDate }[] {
  return yearsOf(story).flatMap((year) => {
    const quarters = ['03', '06', '09', '12'].map((month) => `${year}-${month}-01`);
    return [
      ...quarters.map((through) => ({ year, through, on: daysLater(random, endOfMonth(through), ...FOLLOW_UP_DAYS) })),
      { year, through: `${year}-12-01`, on: workday(addDays(`${year}-12-31`, LATE_FOLLOW_UP_DAYS)) },
    ];
  });
}

/** What was assured by each follow-up goes into the budget and is taken out of it, with later corrections seen ahead so that no rung exceeds the one below. */
function stepsOf(story: StoryContext, gain: Gain, assured: readonly Claim[], reporter: Reporter): Step[] {
  const { random } = reporter;
  const shares = gain.benefit.spec.ladder?.climbs ?? [
    random.between(0.78, 0.96),
    random.between(0.8, 0.97),
    random.between(0.85, 1),
  ];
  const left = new Set(assured.filter(({ answer }) => answer?.outcome === 'approved'));
  const corrections = new Map([...left].map((claim) => [claim.correctsClaimId ?? '', claim]));
  return followUps(story, random).flatMap(({ year, through, on }): Step[] => {
    const due = [...left].filter(
      (claim) => claim.to <= through && fiscalYear(claim.to) === year && String(claim.answer?.on) <= on,
    );
    let amount = 0n;
    for (const claim of due) {
      const correction = corrections.get(claim.id);
      amount += claim.amountMinor + (correction?.amountMinor ?? 0n);
      left.delete(claim);
      if (correction) left.delete(correction);
    }
    const originals = due.filter(({ correctsClaimId }) => !correctsClaimId);
    const from = originals.reduce<CalendarDate>((first, claim) => (claim.from < first ? claim.from : first), through);
    const budgeted = thousandsOf(amount, shares[0]);
    const takenOut = thousandsOf(budgeted, shares[1]);
    if (originals.length === 0 || budgeted <= 0n || !story.calendar.isPast(on)) return [];
    const to = originals.reduce<CalendarDate>((last, claim) => (claim.to > last ? claim.to : last), from);
    return [
      stepOf(
        story,
        gain,
        { year, from, to, on, budgeted, takenOut, confirms: thousandsOf(takenOut, shares[2]) },
        reporter,
      ),
    ];
  });
}

interface StepFacts {
  year: number;
  from: CalendarDate;
  to: CalendarDate;
  on: CalendarDate;
  budgeted: bigint;
  takenOut: bigint;
  confirms: bigint;
}

function stepOf(story: StoryContext, gain: Gain, step: StepFacts, reporter: Reporter): Step {
  const { random } = reporter;
  const { year, from, to } = step;
  const key = `${gain.benefit.id}/${to}/${step.on}`;
  const budgeted = reported(story, reporter, key, step.on, {
    rung: 'budgeted',
    from,
    to,
    amountMinor: step.budgeted,
    budgetVersionId: budgetVersionFor(story, year, String(gain.benefit.timeline.goLiveActual), step.on),
    comment: 'Lagt ind ved budgetopfølgningen.',
  });
  const entered = budgeted.answer?.on;
  const takenOn = entered ? daysLater(random, entered, 2, 5) : null;
  const takenOut =
    takenOn && story.calendar.isPast(takenOn) && step.takenOut > 0n
      ? reported(story, reporter, key, takenOn, {
          rung: 'taken_out',
          from,
          to,
          amountMinor: step.takenOut,
          postingRef: postingRef(random, takenOn),
          comment: 'Rammen er sat ned ved omplacering.',
        })
      : null;
  return { year, from, to, budgeted, takenOut, confirms: step.confirms, isReversed: false };
}

const postingRef = (random: RandomSource, on: CalendarDate) => `OMPL-${on.slice(0, 4)}-${random.whole(1000, 9899)}`;

type Told = Pick<Claim, 'rung' | 'from' | 'to' | 'amountMinor'> & Partial<Claim>;

/** What a controller reports on a day; the other answers within days, or it waits. */
function reported(
  story: StoryContext,
  { proposer, random }: Reporter,
  key: string,
  on: CalendarDate,
  told: Told,
): Claim {
  const answeredOn = daysLater(random, on, ...ANSWER_DAYS);
  return {
    id: story.ids.of('finance_claim', `${told.rung}/${key}`, on),
    proposer,
    proposedAt: officeHour(on, random.whole(30, 500)),
    answer: story.calendar.isPast(answeredOn) ? approved(answeredOn) : null,
    evidenceKind: 'system_extract',
    ...told,
  };
}

/** The whole year at once, in January: assured, entered and taken out before anything has come. */
function aheadClaims(story: StoryContext, gain: Gain, year: number, reporter: Reporter): Claim[] {
  const [thousands, comment] = gain.benefit.spec.ladder?.ahead ?? [0, ''];
  const amountMinor = minorOf(thousands);
  const about = { from: `${year}-01-01`, to: `${year}-12-01`, amountMinor };
  const key = `${gain.benefit.id}/${year}/ahead`;
  const claims = [
    reported(story, reporter, key, workday(`${year}-01-06`), { rung: 'quality_assured', ...about, comment }),
    reported(story, reporter, key, workday(`${year}-01-20`), {
      rung: 'budgeted',
      ...about,
      comment,
      budgetVersionId: budgetVersionFor(story, year, String(gain.benefit.timeline.goLiveActual), `${year}-01-20`),
    }),
    reported(story, reporter, key, workday(`${year}-02-05`), {
      rung: 'taken_out',
      ...about,
      postingRef: postingRef(reporter.random, `${year}-02-05`),
      comment: 'Rammen er sat ned fra årets begyndelse.',
    }),
  ];
  return claims.filter(({ proposedAt }) => story.calendar.isPast(dayOf(proposedAt)));
}

/** The latest amount taken out long enough ago is taken back. */
function reversalOf(story: StoryContext, gain: Gain, steps: Step[], reporter: Reporter): Claim[] {
  const reason = gain.benefit.spec.ladder?.reversed;
  if (!reason) return [];
  const { random } = reporter;
  const latest = steps.findLast(
    ({ takenOut }) => takenOut?.answer && story.calendar.isPast(addDays(takenOut.answer.on, 72)),
  );
  if (!latest?.takenOut?.answer) return [];
  latest.isReversed = true;
  const { takenOut } = latest;
  const on = workday(addDays(latest.takenOut.answer.on, 62));
  return [
    reported(story, { ...reporter, random }, `reversed/${takenOut.id}`, on, {
      rung: 'taken_out',
      from: takenOut.from,
      to: takenOut.to,
      amountMinor: -takenOut.amountMinor,
      comment: reason,
      ...(takenOut.postingRef && { postingRef: takenOut.postingRef }),
      correctsClaimId: takenOut.id,
      reversesClaimId: takenOut.id,
    }),
  ];
}

/** The latest amount that could be taken out was reported some days ago and is not answered yet. */
function letWait(story: StoryContext, steps: Step[], days: number): void {
  const on = story.calendar.daysFromToday(-days);
  const latest = steps.findLast(({ budgeted, takenOut }) => budgeted.answer && takenOut && budgeted.answer.on < on);
  if (!latest?.takenOut) return;
  latest.takenOut = { ...latest.takenOut, proposedAt: officeHour(on, 190), answer: null };
}

/** What the accounts of half the year, and then of the year, bear out of what was taken out. */
function confirmedClaims(
  story: StoryContext,
  gain: Gain,
  steps: readonly Step[],
  year: number,
  reporter: Reporter,
): Claim[] {
  const accounts = [
    { through: `${year}-06-01`, on: workday(`${year}-09-08`), ref: `Halvårsregnskab ${year}` },
    { through: `${year}-12-01`, on: workday(`${year + 1}-03-12`), ref: `Årsregnskab ${year}` },
  ];
  const confirmed = new Set<Step>();
  return accounts.flatMap(({ through, on, ref }): Claim[] => {
    const borneOut = steps.filter(
      (step) =>
        step.year === year &&
        step.to <= through &&
        !step.isReversed &&
        !confirmed.has(step) &&
        step.takenOut?.answer &&
        step.takenOut.answer.on < on,
    );
    const amountMinor = borneOut.reduce((sum, { confirms }) => sum + confirms, 0n);
    if (amountMinor <= 0n || !story.calendar.isPast(on)) return [];
    for (const step of borneOut) confirmed.add(step);
    const months = borneOut.flatMap(({ from, to }) => monthsBetween(from, to)).sort();
    return [
      reported(story, reporter, `${gain.benefit.id}/${through}`, on, {
        rung: 'confirmed',
        from: months[0] ?? startOfMonth(through),
        to: months.at(-1) ?? through,
        amountMinor,
        ...(borneOut[0]?.takenOut?.postingRef && { postingRef: borneOut[0].takenOut.postingRef }),
        accountsRef: ref,
        comment: 'Regnskabet viser, at enheden holdt den lavere ramme.',
      }),
    ];
  });
}
