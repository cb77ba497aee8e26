import { Component, input } from '@angular/core';
import { historyTexts } from '../administration-texts';
import type { ToldField } from './told-events';

/** One field of an event: what it was, and what it became. */
@Component({
  selector: 'app-changed-field',
  template: `@if (label()) {
      <span class="muted">{{ change().label }}</span>&ngsp;
    }
    @if (change().from && change().to) {
      {{ change().from }} <span class="faint" aria-hidden="true">→</span
      ><span class="visually-hidden">{{ t('became') }}</span> <b>{{ change().to }}</b>
    } @else if (change().to) {
      <b>{{ change().to }}</b>
    } @else if (change().from) {
      <span class="faint">{{ t('emptied') }}</span> {{ change().from }}
    } @else {
      <span class="faint">{{ change().hidden ? t('changedUnseen') : t('changed') }}</span>
    }`,
  styles: `
    b {
      font-weight: var(--weight-medium);
    }
    :host {
      overflow-wrap: anywhere;
    }
  `,
})
export class ChangedField {
  protected readonly t = historyTexts.inject();
  readonly change = input.required<ToldField>();
  /** Whether the field's name stands before its values. */
  readonly label = input(true);
}
