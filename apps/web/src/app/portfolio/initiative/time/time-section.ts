import { Component, computed, inject } from '@angular/core';
import { PHASE_LABELS, PLANNED_PHASES, type PlannedPhase } from '@hoest/portfolio';
import { type CalendarDate, daysBetween } from '@hoest/quantities';
import { DateInput, DayPipe, Format, LabelPipe, MarkChange, SaveStatus, UiLocale } from '@hoest/ui';
import { EDITED_ROW } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { initiativeTexts } from '../../portfolio-texts';
import { EditSwitch } from '../edit-switch';
import { InitiativeStore } from '../initiative-store';

type Planned = { phase: PlannedPhase; plannedStart: CalendarDate | null; plannedEnd: CalendarDate | null };

/** When: start and go-live with how far it slipped, and the phases as planned and as they were. */
@Component({
  selector: 'app-time-section',
  imports: [DateInput, DayPipe, EditSwitch, LabelPipe, MarkChange, SavedField, SaveStatus],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(InitiativeStore).rowOf('time') }],
  templateUrl: './time-section.html',
  styleUrl: './time-section.css',
})
export class TimeSection {
  protected readonly t = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly phaseLabels = PHASE_LABELS;
  protected readonly edit = this.store.edit;
  protected readonly initiative = this.store.initiative;
  protected readonly editing = computed(() => this.store.mayEdit() && this.store.editing() === 'time');

  protected readonly phases = computed(() => {
    const plan = this.initiative()?.phasePlan ?? [];
    return PLANNED_PHASES.map((phase) => {
      const dates = plan.find((one) => one.phase === phase);
      return {
        phase,
        plannedStart: dates?.plannedStart ?? null,
        plannedEnd: dates?.plannedEnd ?? null,
        actualStart: dates?.actualStart ?? null,
        actualEnd: dates?.actualEnd ?? null,
        present: this.initiative()?.phase === phase,
      };
    });
  });

  /** How go-live moved since it was first planned, in words; empty while it did not. */
  protected readonly slip = computed(() => {
    const initiative = this.initiative();
    const first = initiative?.goLiveFirstPlanned;
    const days = initiative?.slipDays;
    if (!first || !days) return '';
    const params = { days: this.format.number(Math.abs(days)), date: this.format.date(first) };
    return this.t(days > 0 ? 'time.slipped' : 'time.earlier', params);
  });
  protected readonly overdue = computed(() => {
    const initiative = this.initiative();
    const planned = initiative?.goLivePlanned;
    return initiative?.late && planned
      ? this.t('time.overdue', { days: this.format.number(daysBetween(planned, this.store.today())) })
      : '';
  });

  constructor() {
    this.store.writes('phasePlan', (value) =>
      this.format.list(
        (value as Planned[]).map(({ phase, plannedStart, plannedEnd }) =>
          [
            this.locale.label(PHASE_LABELS[phase]),
            [plannedStart, plannedEnd].map((date) => (date ? this.format.date(date) : '–')).join('–'),
          ].join(' '),
        ),
      ),
    );
  }

  /** Changes one date of the plan; the plan is saved as one. */
  protected plan(phase: PlannedPhase, field: 'plannedStart' | 'plannedEnd', date: CalendarDate | null): void {
    const phasePlan = this.phases()
      .map((one): Planned => ({ phase: one.phase, plannedStart: one.plannedStart, plannedEnd: one.plannedEnd }))
      .map((one) => (one.phase === phase ? { ...one, [field]: date } : one))
      .filter(({ plannedStart, plannedEnd }) => plannedStart !== null || plannedEnd !== null);
    void this.edit.save('phasePlan', phasePlan);
  }
}
