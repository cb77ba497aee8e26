import { inject, Service } from '@angular/core';
import type { Goal } from '@hoest/contracts';
import { Format } from '@hoest/ui';
import { strategiesTexts } from '../strategies-texts';
import { goalStanding } from './goal-standing';

/** Figures of a goal in words. */
@Service()
export class GoalWords {
  private readonly format = inject(Format);
  private readonly t = strategiesTexts.inject();

  /** `66 %`, `20 timer/år`. */
  value(value: string, { kpiUnit }: Pick<Goal, 'kpiUnit'>): string {
    return [this.format.number(value, { maxDecimals: 2 }), kpiUnit].filter(Boolean).join('\u00a0');
  }

  /** "undervejs: 66 % mod 75 % den 29.02.2028" */
  standing(goal: Goal): string {
    const { kind, target, latest } = goalStanding(goal, this.format.dateOf(new Date()));
    return this.t(`standing.${kind}`, {
      value: latest ? this.value(latest.value, goal) : '',
      target: target ? this.value(target.value, goal) : '',
      date: target ? this.format.date(target.dueOn) : '',
    });
  }

  isMissed(goal: Goal): boolean {
    return goalStanding(goal, this.format.dateOf(new Date())).kind === 'missed';
  }
}
