import { Component, computed, inject } from '@angular/core';
import {
  BENEFIT_EXEMPT_REASON_LABELS,
  BENEFIT_EXEMPT_REASONS,
  INITIATIVE_KIND_LABELS,
  INITIATIVE_KINDS,
  SIZE_CLASS_LABELS,
  SIZE_CLASSES,
} from '@hoest/portfolio';
import type { Label } from '@hoest/quantities';
import { Field, type Option, UiControl, UiLocale } from '@hoest/ui';
import { EDITED_ROW } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { initiativeTexts } from '../../portfolio-texts';
import { EditSwitch } from '../edit-switch';
import { InitiativeStore } from '../initiative-store';
import { AffectedUnits } from './affected-units';
import { JointWith } from './joint-with';

/** The questions whose answers the rules need; unanswered is neither yes nor no. */
export const QUESTIONS = [
  'changesCitizenService',
  'citizenFacing',
  'hasItDelivery',
  'processChangeExpected',
  'replacesOldWay',
  'dependenciesAnswered',
] as const;

/** What the initiative is: everything about it that is one value; read as hairline rows, written field by field. */
@Component({
  selector: 'app-facts-section',
  imports: [AffectedUnits, EditSwitch, Field, JointWith, SavedField, UiControl],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(InitiativeStore).rowOf('facts') }],
  templateUrl: './facts-section.html',
  styleUrl: './facts-section.css',
})
export class FactsSection {
  protected readonly t = initiativeTexts.inject();
  private readonly locale = inject(UiLocale);
  protected readonly store = inject(InitiativeStore);
  protected readonly initiative = this.store.initiative;
  protected readonly editing = computed(() => this.store.mayEdit() && this.store.editing() === 'facts');
  protected readonly questions = QUESTIONS;

  protected readonly kinds = this.words(INITIATIVE_KINDS, INITIATIVE_KIND_LABELS);
  protected readonly sizes = this.words(SIZE_CLASSES, SIZE_CLASS_LABELS);
  protected readonly exemptReasons = this.words(BENEFIT_EXEMPT_REASONS, BENEFIT_EXEMPT_REASON_LABELS);
  /** Chosen reason while the exemption is being asked for; the two are saved together. */
  protected readonly exempt = computed(() => this.initiative()?.benefitExempt ?? false);

  protected exemptFor(reason: string): void {
    const known = BENEFIT_EXEMPT_REASONS.find((one) => one === reason);
    void this.store.edit.saveTogether(
      known ? { benefitExempt: true, benefitExemptReason: known } : { benefitExempt: false, benefitExemptReason: null },
    );
  }

  private words<Value extends string>(values: readonly Value[], labels: Record<Value, Label>) {
    return computed<readonly Option[]>(() => values.map((id) => ({ id, label: this.locale.label(labels[id]) })));
  }
}
