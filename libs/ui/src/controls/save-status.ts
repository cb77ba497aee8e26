import { Component, computed, inject, input, output } from '@angular/core';
import { Format } from '../language/format';
import { injectUiText } from '../language/ui-texts';

/** How the saving of one field goes. Values in a conflict are texts as the reader knows them, not stored forms. */
export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date; undoable: boolean }
  | { kind: 'refused'; text: string; detail?: string }
  | { kind: 'conflict'; mine: string; theirs: string; by?: string };

/** "Gemmer …", "Gemt 14.31 · Fortryd", a refusal, or a conflict with its two buttons; used by `ui-field`, alone where there is no field. */
@Component({
  selector: 'ui-save-status',
  template: `<span class="polite" role="status">
      @switch (state().kind) {
        @case ('saving') {
          {{ t('saving') }}
        }
        @case ('saved') {
          {{ savedText() }}
        }
      }
    </span>
    @if (saved()?.undoable) {
      <span class="polite"> · </span
      ><button type="button" class="link small" (click)="undo.emit()">{{ t('undo') }}</button>
    }
    @if (refused(); as refused) {
      <p class="refused" role="alert">
        <b>{{ t('notSaved') }}: {{ refused.text }}</b> {{ refused.detail }}
        <button type="button" class="link" (click)="again.emit()">{{ t('again') }}</button>
      </p>
    }
    @if (conflict(); as conflict) {
      <div class="conflict" role="alert">
        <p>
          <b>{{ t('conflict', { who: conflict.by || t('conflictSomeone') }) }}</b>
        </p>
        <p>
          {{ t('conflictMine') }}: {{ conflict.mine || t('empty') }} – {{ t('conflictTheirs') }}:
          {{ conflict.theirs || t('empty') }}
        </p>
        <p class="actions">
          <button type="button" class="btn" (click)="keepTheirs.emit()">{{ t('keepTheirs') }}</button>
          <button type="button" class="btn" (click)="useMine.emit()">{{ t('useMine') }}</button>
        </p>
      </div>
    }`,
  styles: `
    :host {
      display: block;
    }
    .polite {
      color: var(--ink-3);
      font-size: var(--text-sm);
    }
    .refused {
      margin-top: 4px;
      color: var(--deviation);
      font-size: var(--text-sm);
    }
    .conflict {
      margin-top: var(--space-2);
      padding: 9px 12px;
      border-left: 3px solid var(--deviation);
      background: var(--deviation-soft);
    }
    .actions {
      margin-top: var(--space-2);
    }
  `,
})
export class SaveStatus {
  private readonly format = inject(Format);
  protected readonly t = injectUiText();
  readonly state = input.required<SaveState>();
  readonly undo = output();
  readonly keepTheirs = output();
  readonly useMine = output();
  readonly again = output();

  protected readonly saved = computed(() => this.only('saved'));
  protected readonly refused = computed(() => this.only('refused'));
  protected readonly conflict = computed(() => this.only('conflict'));
  protected readonly savedText = computed(() => {
    const saved = this.saved();
    return saved ? this.t('saved', { time: this.format.time(saved.at) }) : '';
  });

  private only<Kind extends SaveState['kind']>(kind: Kind): Extract<SaveState, { kind: Kind }> | undefined {
    const state = this.state();
    return state.kind === kind ? (state as Extract<SaveState, { kind: Kind }>) : undefined;
  }
}
