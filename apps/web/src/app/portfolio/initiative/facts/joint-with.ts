import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { Field, Format, UiControl } from '@hoest/ui';
import { EDITED_ROW } from '../../../fields/edited-row';
import { initiativeTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';

/** Others who carry the initiative together with the organisation; written one per line. */
@Component({
  selector: 'app-joint-with',
  imports: [Field, UiControl],
  template: `@if (row.editing()) {
      <ui-field
        [label]="t('field.jointWith')"
        [hint]="t('hint.jointWith')"
        [error]="edit.fault('jointWith')"
        [saveState]="edit.state('jointWith')"
        (undo)="edit.undo('jointWith')"
        (keepTheirs)="edit.keepTheirs('jointWith')"
        (useMine)="edit.useMine('jointWith')"
        (again)="edit.again('jointWith')"
      >
        <textarea #names uiControl class="input" rows="2" [value]="lines()" (blur)="save()"></textarea>
      </ui-field>
    } @else if (text()) {
      <div class="list-field">
        <span class="name">{{ t('field.jointWith') }}</span>
        <span>{{ text() }}</span>
      </div>
    }`,
  styleUrl: './list-field.css',
  host: { id: 'initiative-jointWith', tabindex: '-1' },
})
export class JointWith {
  protected readonly t = initiativeTexts.inject();
  private readonly store = inject(InitiativeStore);
  private readonly format = inject(Format);
  protected readonly row = inject(EDITED_ROW);
  protected readonly edit = this.store.edit;
  private readonly names = viewChild<ElementRef<HTMLTextAreaElement>>('names');
  private readonly stored = computed(() => this.store.initiative()?.jointWith ?? []);
  protected readonly lines = computed(() => this.stored().join('\n'));
  protected readonly text = computed(() => this.format.list(this.stored()));

  constructor() {
    this.store.writes('jointWith', (value) => this.format.list(value as string[]));
  }

  protected save(): void {
    const names = (this.names()?.nativeElement.value ?? '')
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.join('\n') !== this.lines()) void this.edit.save('jointWith', names);
  }
}
