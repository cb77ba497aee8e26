import { Component, computed, inject } from '@angular/core';
import type { Gate } from '@hoest/portfolio';
import { DayPipe, NumberPipe } from '@hoest/ui';
import { initiativeTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { gateSteps } from './gate-steps';

/** Where the initiative stands: its seven gates with date and decision, the present one with how much is fulfilled. */
@Component({
  selector: 'app-gate-strip',
  imports: [DayPipe, NumberPipe],
  template: `<ol [attr.aria-label]="t('gates')">
    @for (step of steps(); track step.gate; let index = $index) {
      <li [class]="step.standing" [attr.aria-current]="step.standing === 'present' ? 'step' : null">
        <b>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            @switch (step.standing) {
              @case ('passed') {
                <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" stroke-width="1.8" />
              }
              @case ('present') {
                <path d="M6 .8 11.6 11H.4z" fill="currentColor" />
              }
              @default {
                <circle
                  cx="6"
                  cy="6"
                  r="4.6"
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.6"
                  stroke-dasharray="2.4 1.9"
                />
              }
            }
          </svg>
          <span>{{ index + 1 | number }} {{ t(gateName(step.gate)) }}</span>
        </b>
        <span class="when">
          @switch (step.standing) {
            @case ('passed') {
              {{ step.passedOn! | day }}
              @if (step.decided === false) {
                <span class="watch-text">{{ t('gate.noDecision') }}</span>
              }
            }
            @case ('unrecorded') {
              {{ t('gate.unrecorded') }}
            }
            @case ('present') {
              @if (step.plannedOn) {
                {{ step.plannedOn | day }} ·
              }
              {{ t('gate.fulfilled', { done: step.fulfilled, of: step.required }) }}
            }
            @case ('ahead') {
              @if (step.plannedOn) {
                {{ t('gate.planned') }} {{ step.plannedOn | day }}
              } @else {
                {{ t('gate.noDate') }}
              }
            }
          }
        </span>
      </li>
    }
  </ol>`,
  styleUrl: './gate-strip.css',
})
export class GateStrip {
  protected readonly t = initiativeTexts.inject();
  private readonly store = inject(InitiativeStore);
  protected readonly gateName = (gate: Gate) => `gate.${gate}` as const;
  protected readonly steps = computed(() => {
    const initiative = this.store.initiative();
    return initiative ? gateSteps(initiative, this.store.passages.value()?.items ?? []) : [];
  });
}
