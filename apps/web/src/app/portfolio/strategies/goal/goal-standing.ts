import type { Goal } from '@hoest/contracts';
import { type CalendarDate, Decimal } from '@hoest/quantities';

type Facts = Pick<Goal, 'targets' | 'measurements' | 'baselineValue' | 'direction'>;
type Target = Goal['targets'][number];

export interface GoalStanding {
  /**
   * `no_target` = nothing says what is aimed at; `not_measured` = no measurement; `reached` / `missed` = the target whose day
   * has come, by the latest measurement; `under_way` = no target's day has come and the nearest one is not reached yet.
   */
  kind: 'no_target' | 'not_measured' | 'reached' | 'missed' | 'under_way';
  /** The target that is spoken of: the latest one whose day has come when it is missed, else the nearest ahead. */
  target: Target | undefined;
  latest: Goal['measurements'][number] | undefined;
}

/** Whether a value meets a target; without a direction, the way from baseline to target tells it, and up counts where that says nothing. */
export function meets(value: string, target: string, { direction, baselineValue }: Facts): boolean {
  const down = direction ? direction === 'down' : baselineValue !== null && new Decimal(target).lessThan(baselineValue);
  return down ? new Decimal(value).lessThanOrEqualTo(target) : new Decimal(value).greaterThanOrEqualTo(target);
}

/** Where a goal stands on a day. Measurements come latest first, targets in any order. */
export function goalStanding(goal: Facts, today: CalendarDate): GoalStanding {
  const targets = [...goal.targets].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const latest = goal.measurements[0];
  const due = targets.findLast(({ dueOn }) => dueOn <= today);
  const ahead = targets.find(({ dueOn }) => dueOn > today);
  const target = ahead ?? due;
  if (!target) return { kind: 'no_target', target, latest };
  if (!latest) return { kind: 'not_measured', target, latest };
  if (due && !meets(latest.value, due.value, goal)) return { kind: 'missed', target: due, latest };
  return { kind: meets(latest.value, target.value, goal) ? 'reached' : 'under_way', target, latest };
}
