import { Component, computed, inject, input, signal } from '@angular/core';
import { IMPORT_TARGETS } from '@hoest/exchange';
import { SaveStatus } from '@hoest/ui';
import { exchangeTexts } from '../exchange-texts';
import { ImportStore } from '../wizard/import-store';
import { chooseTarget, type ImportColumn } from './column-choice';
import { ColumnEditing } from './column-editing';
import { targetGroupsOf } from './target-groups';

/** What a column fills, and how the saving of everything about the column goes. */
@Component({
  selector: 'app-column-target',
  imports: [SaveStatus],
  template: `<select
      #target
      class="input"
      [class.unused]="column().target === null"
      [attr.aria-label]="t('columns.fieldOf', { column: column().heading })"
      [attr.aria-invalid]="fault() ? 'true' : null"
      [disabled]="!store.editable()"
      (change)="choose(target.value)"
    >
      <option value="" [selected]="column().target === null">{{ t('columns.unused') }}</option>
      @for (group of groups(); track group.id) {
        <optgroup [label]="t(group.label)">
          @for (one of group.targets; track one) {
            <option [value]="one" [selected]="one === column().target">{{ editing.label(one) }}</option>
          }
        </optgroup>
      }
    </select>
    @if (fault(); as fault) {
      <p class="fault" role="alert">
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 0 12 6 6 12 0 6z" fill="currentColor" /></svg>
        {{ fault }}
      </p>
    }
    @if (explanation(); as explanation) {
      <p class="sub">{{ explanation }}</p>
    }
    @if (movedFrom(); as heading) {
      <p class="sub" role="status">{{ t('columns.moved', { column: heading }) }}</p>
    }
    <ui-save-status
      [state]="store.editor.state(key())"
      (undo)="undo()"
      (keepTheirs)="store.editor.keepTheirs(key())"
      (useMine)="store.editor.useMine(key())"
      (again)="store.editor.again(key())"
    />`,
  styles: `
    :host {
      display: block;
    }
    .unused {
      color: var(--ink-2);
    }
    .fault {
      display: flex;
      gap: 6px;
      margin-top: 4px;
      color: var(--deviation);
      font-size: var(--text-sm);
    }
    .fault svg {
      flex: none;
      width: 10px;
      height: 10px;
      margin-top: 5px;
    }
  `,
})
export class ColumnTarget {
  protected readonly store = inject(ImportStore);
  protected readonly editing = inject(ColumnEditing);
  protected readonly t = exchangeTexts.inject();

  readonly column = input.required<ImportColumn>();

  protected readonly groups = computed(() =>
    targetGroupsOf(this.store.kind() ?? 'initiatives').map(({ id, targets }) => ({
      ...{ id, targets },
      label: `group.${id}` as const,
    })),
  );
  protected readonly key = computed(() => this.editing.key(this.column()));
  protected readonly explanation = computed(() => {
    const { target } = this.column();
    return target ? this.editing.explanation(target) : '';
  });
  protected readonly fault = computed(() => this.store.editor.fault(this.key()));
  /** Heading of the column that lost the target to this one. */
  protected readonly movedFrom = signal<string | undefined>(undefined);

  protected choose(value: string): void {
    const target = IMPORT_TARGETS.find((known) => known === value) ?? null;
    const plan = (column: ImportColumn, columns: readonly ImportColumn[]) => {
      const choice = chooseTarget(columns, column, target);
      this.movedFrom.set(choice.loser?.heading);
      return choice;
    };
    this.editing.save(this.column(), plan, { target });
  }

  protected undo(): void {
    this.movedFrom.set(undefined);
    void this.store.editor.undo(this.key());
  }
}
