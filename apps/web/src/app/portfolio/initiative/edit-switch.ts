import { Component, computed, inject, input } from '@angular/core';
import { initiativeTexts } from '../portfolio-texts';
import { type EditedSection, InitiativeStore } from './initiative-store';

/** Opens a section for editing and ends it; nothing for people who may not. Fields save by themselves, so ending loses nothing. */
@Component({
  selector: 'app-edit-switch',
  template: `@if (store.mayEdit()) {
    <button
      type="button"
      class="link"
      [attr.aria-pressed]="on()"
      [attr.aria-label]="t(on() ? 'edit.endNamed' : 'edit.startNamed', { what: what() })"
      (click)="store.editSection(on() ? undefined : section())"
    >
      {{ t(on() ? 'edit.end' : 'edit.start') }}
    </button>
  }`,
})
export class EditSwitch {
  protected readonly t = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  readonly section = input.required<EditedSection>();
  /** Name of the section, for people who only hear the button. */
  readonly what = input.required<string>();
  protected readonly on = computed(() => this.store.editing() === this.section());
}
