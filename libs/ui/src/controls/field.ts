import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output, signal } from '@angular/core';
import { injectUiText } from '../language/ui-texts';
import { FIELD_CONTEXT, type Fault, type FieldContext } from './field-context';
import { SaveStatus, type SaveState } from './save-status';

let count = 0;

/**
 * Label, control, hint, error and how the saving goes, for one field.
 *
 * ```html
 * <ui-field [label]="t('cost')" [hint]="t('costHint')" [error]="problem()?.faultOf('roughCost')" [saveState]="edit.state('roughCost')" (undo)="edit.undo('roughCost')">
 *   <ui-money-input [value]="initiative.roughCost" (committed)="edit.save('roughCost', $event)" />
 * </ui-field>
 * ```
 * Content is one control: a `ui-…` control, or a native one with `uiControl`. The label stands left above 720 px
 * (`layout="left"`, the default), on top, or – in a grid, whose head says it – for assistive technology alone (`cell`). An error from outside and one of the control itself look the same; the
 * typed text stays in either case.
 */
@Component({
  selector: 'ui-field',
  imports: [NgTemplateOutlet, SaveStatus],
  providers: [{ provide: FIELD_CONTEXT, useExisting: Field }],
  template: `<div class="label" [class.visually-hidden]="layout() === 'cell'">
      <label [id]="labelId" [attr.for]="controlId">{{ label() }}</label>
      @if (required()) {
        <span class="faint small">{{ t('required') }}</span>
      }
    </div>
    <div class="body">
      @if (suffix()) {
        <div class="box">
          <ng-container [ngTemplateOutlet]="control" /><span class="suffix">{{ suffix() }}</span>
        </div>
      } @else {
        <ng-container [ngTemplateOutlet]="control" />
      }
      @if (fault(); as fault) {
        <p class="fault" [id]="faultId">
          <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 0 12 6 6 12 0 6z" fill="currentColor" /></svg>
          <span
            >{{ fault.text }}
            @if (fault.repair; as repair) {
              <button type="button" class="link" (click)="repair.apply()">{{ repair.label }}</button>
            }
          </span>
        </p>
      }
      @if (hint()) {
        <p class="sub" [id]="hintId">{{ hint() }}</p>
      }
      <ui-save-status
        [state]="saveState()"
        (undo)="undo.emit()"
        (keepTheirs)="keepTheirs.emit()"
        (useMine)="useMine.emit()"
        (again)="again.emit()"
      />
    </div>
    <ng-template #control><ng-content /></ng-template>`,
  host: { '[class.left]': "layout() === 'left'", '[class.cell]': "layout() === 'cell'" },
  styles: `
    :host {
      display: block;
      padding: var(--space-2) 0;
    }
    :host(.cell) {
      padding: 0;
    }
    .label {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 8px;
      margin-bottom: 3px;
      line-height: 1.3;
    }
    :host:not(.left) label {
      font-weight: var(--weight-medium);
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
    .sub {
      margin-top: 3px;
    }
    @media (min-width: 721px) {
      :host(.left) {
        display: grid;
        grid-template-columns: 150px minmax(0, 1fr);
        gap: 4px var(--space-4);
        border-bottom: 1px solid var(--rule);
      }
      :host(.left) .label {
        flex-direction: column;
        margin: 0;
        padding-top: calc((var(--control) - 1.3em) / 2);
      }
    }
  `,
})
export class Field implements FieldContext {
  protected readonly t = injectUiText();
  private readonly number = (count += 1);
  readonly controlId = `ui-field-${this.number}`;
  readonly labelId = `${this.controlId}-label`;
  protected readonly faultId = `${this.controlId}-fault`;
  protected readonly hintId = `${this.controlId}-hint`;

  readonly label = input.required<string>();
  readonly layout = input<'left' | 'top' | 'cell'>('left');
  readonly hint = input('');
  /** Text inside the control at the right: unit, source. */
  readonly suffix = input('');
  readonly required = input(false);
  /** What is wrong, said from outside (a rule, the server); what the control itself cannot read it says by itself. */
  readonly error = input<string | Fault | undefined>(undefined);
  readonly saveState = input<SaveState>({ kind: 'idle' });
  readonly undo = output();
  readonly keepTheirs = output();
  readonly useMine = output();
  readonly again = output();

  readonly controlFault = signal<Fault | undefined>(undefined);
  protected readonly fault = computed<Fault | undefined>(() => {
    const error = this.error();
    return this.controlFault() ?? (typeof error === 'string' ? (error ? { text: error } : undefined) : error);
  });
  readonly invalid = computed(() => this.fault() !== undefined);
  readonly describedBy = computed(
    () => [this.fault() && this.faultId, this.hint() && this.hintId].filter(Boolean).join(' ') || null,
  );
}
