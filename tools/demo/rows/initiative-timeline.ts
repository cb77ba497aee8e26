import { addDays, addMonths, type CalendarDate, earlierDate } from '@hoest/quantities';
import type { Phase } from '@hoest/portfolio';
import type { InitiativeSpec } from '../specs';
import type { StoryContext } from './story-context';

const MAIN_PHASES = ['idea', 'analysis', 'proposed', 'approved', 'executing'] as const;

/** The dates of one initiative's way, as they came about or are planned. */
export interface InitiativeTimeline {
  registeredOn: CalendarDate;
  /** First day of each phase that has started, in order. */
  started: { phase: Phase; on: CalendarDate }[];
  /** The date go-live was planned for at first, is or was planned for, and the day it happened. */
  goLiveFirstPlanned: CalendarDate | null;
  goLivePlanned: CalendarDate | null;
  goLiveActual: CalendarDate | null;
  /** Day it was closed, stopped, rejected or put on hold. */
  endedOn: CalendarDate | null;
  /** Last day anything happened. */
  phaseSince: CalendarDate;
  phaseBeforeHold: Phase | null;
}

export function timelineOf(story: StoryContext, spec: InitiativeSpec): InitiativeTimeline {
  const { calendar } = story;
  const random = story.random.of(`timeline/${spec.key}`);
  const started = MAIN_PHASES.slice(0, spec.started.length).map((phase, position) => ({
    phase: phase as Phase,
    on: calendar.dayOf(spec.started[position] ?? 0, random.whole(2, 22)),
  }));
  const isLive = spec.live !== undefined && spec.live <= 0 && (spec.phase === 'realising' || spec.phase === 'closed');
  if (isLive && spec.live !== undefined) {
    const handedOver = spec.handedOver ?? Math.min(spec.live + 2, -1);
    started.push({ phase: 'realising', on: calendar.dayOf(handedOver, random.whole(4, 20)) });
  }
  const endedOn = spec.ended === undefined ? null : calendar.dayOf(spec.ended, random.whole(5, 24));
  if (endedOn) started.push({ phase: spec.phase, on: endedOn });
  const [first, last] = [started[0], started.at(-1)];
  if (!first || !last) throw new Error(`Initiative "${spec.key}" has not begun`);
  if (last.phase !== spec.phase)
    throw new Error(`Initiative "${spec.key}" is ${last.phase} by its dates, ${spec.phase} by its phase`);
  const planned = spec.live === undefined ? null : calendar.monthStart(spec.live);
  const held = spec.phase === 'on_hold' ? started.at(-2)?.phase : undefined;
  return {
    registeredOn: first.on,
    started,
    goLiveFirstPlanned: planned && addMonths(planned, -(spec.slip ?? 0)),
    goLivePlanned: planned,
    goLiveActual: isLive ? planned : null,
    endedOn,
    phaseSince: last.on,
    phaseBeforeHold: held ?? null,
  };
}

/** The day a phase started; null when it has not. */
export function startOf(timeline: InitiativeTimeline, phase: Phase): CalendarDate | null {
  return timeline.started.find((start) => start.phase === phase)?.on ?? null;
}

/** The last day of work: today, or the day it ended. */
export function lastDay(story: StoryContext, timeline: InitiativeTimeline): CalendarDate {
  return timeline.endedOn ? earlierDate(timeline.endedOn, story.calendar.today) : story.calendar.today;
}

/** Planned and actual dates per phase; a phase ahead has its planned dates when a go-live is planned. */
export function addPhasePlan(story: StoryContext, spec: InitiativeSpec, timeline: InitiativeTimeline): void {
  const random = story.random.of(`phase-plan/${spec.key}`);
  const initiativeId = story.ids.find('initiative', spec.key);
  const phases = [...MAIN_PHASES, 'realising'] as const;
  const actual = phases.map((phase) => startOf(timeline, phase));
  const current = actual.findLastIndex((on) => on !== null);
  const live = timeline.goLivePlanned;
  const planned = phases.map((phase, position): CalendarDate | null => {
    const on = actual[position];
    if (on) return addDays(on, -random.whole(0, 21));
    if (!live) return null;
    if (phase === 'realising') return addMonths(live, 2);
    // What lies ahead before go-live: the next phase within weeks, the ones after it a month apart.
    const ahead = addDays(story.calendar.today, random.whole(-6, 20) + (position - current - 1) * 35);
    return earlierDate(ahead, addDays(live, -14));
  });
  phases.forEach((phase, position) => {
    const next = position + 1;
    const plannedEnd = phase === 'realising' ? null : phase === 'executing' ? live : (planned[next] ?? null);
    if (!planned[position] && !plannedEnd) return;
    story.rows.phase_plan.push({
      initiative_id: initiativeId,
      phase,
      planned_start: planned[position] ?? null,
      planned_end: plannedEnd && planned[position] && plannedEnd < planned[position] ? planned[position] : plannedEnd,
      actual_start: actual[position] ?? null,
      actual_end: actual[position] ? (actual[next] ?? (position === current ? timeline.endedOn : null)) : null,
    });
  });
}
