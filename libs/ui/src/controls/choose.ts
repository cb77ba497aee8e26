import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { injectUiText } from '../language/ui-texts';
import { Icon } from '../marks/icon';
import { FIELD_CONTEXT } from './field-context';
import { type Option, OptionList } from './option-list';

/** One of many (person, unit, goal): a button with the chosen name that opens a list to type in. For up to a dozen fixed words use a native select. */
@Component({
  selector: 'ui-choose',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, OptionList],
  template: `<span
      class="box"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      [class.invalid]="context?.invalid()"
      [class.locked]="disabled()"
    >
      <button
        #trigger
        type="button"
        class="chosen"
        aria-haspopup="dialog"
        [attr.id]="context?.controlId"
        [attr.aria-label]="name()"
        [attr.aria-labelledby]="context ? context.labelId + ' ' + context.controlId : null"
        [attr.aria-describedby]="context?.describedBy()"
        [attr.aria-expanded]="open()"
        [disabled]="disabled()"
        (click)="show()"
      >
        <span [class.faint]="!chosen()">{{ chosen()?.label ?? (placeholder() || t('choose')) }}</span>
        <ui-icon name="down" />
      </button>
      @if (clearable() && value() !== null && !disabled()) {
        <button type="button" class="icon-btn" [attr.aria-label]="t('clear')" (click)="pick(null)">
          <ui-icon name="close" />
        </button>
      }
    </span>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayHasBackdrop]="true"
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      (backdropClick)="hide()"
      (detach)="open.set(false)"
    >
      <div class="menu panel" role="dialog" [attr.aria-label]="listLabel()">
        <ui-option-list
          [options]="options()"
          [selected]="value()"
          [label]="listLabel()"
          [none]="none()"
          [searching]="searching()"
          (typing)="typing.emit($event)"
          (choose)="pick($event)"
          (leave)="hide()"
        />
      </div>
    </ng-template>`,
  styles: `
    :host {
      display: block;
    }
    .chosen {
      display: flex;
      flex: 1;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      min-width: 0;
      min-height: calc(var(--control) - 2px);
      padding: 4px 10px;
      border: 0;
      border-radius: var(--radius-2);
      background: none;
      text-align: left;
      cursor: pointer;
    }
    .chosen:disabled {
      cursor: not-allowed;
    }
    .chosen ui-icon {
      color: var(--ink-2);
    }
    .panel {
      /* Also on a phone, in a dialog with its own margins. */
      width: min(380px, 100vw - 64px);
      padding: 0;
      overflow: hidden;
    }
  `,
})
export class Choose {
  protected readonly t = injectUiText();
  protected readonly context = inject(FIELD_CONTEXT, { optional: true });
  private readonly injector = inject(Injector);
  private readonly list = viewChild(OptionList);
  private readonly trigger = viewChild.required<unknown, ElementRef<HTMLElement>>('trigger', { read: ElementRef });

  readonly options = input.required<readonly Option[]>();
  /** Id of the chosen option; null for none. */
  readonly value = model<string | null>(null);
  /** Accessible name where no `ui-field` gives one. */
  readonly label = input<string>();
  /** Name of the list and its field: "Find person". */
  readonly listLabel = input.required<string>();
  /** What to say when nothing matches. */
  readonly none = input.required<string>();
  /** The chosen option, where a list that fetches its options may lack it. */
  readonly known = input<Option>();
  /** Whether more options are being fetched for what is typed. */
  readonly searching = input(false);
  /** What is typed into the list; empty when it opens. */
  readonly typing = output<string>();
  readonly placeholder = input('');
  readonly clearable = input(true);
  readonly disabled = input(false);
  readonly committed = output<string | null>();

  protected readonly open = signal(false);
  protected readonly chosen = computed(() =>
    [...this.options(), this.known()].find((option) => option !== undefined && option.id === this.value()),
  );
  protected readonly name = computed(() =>
    this.context ? null : [this.label(), this.chosen()?.label].filter(Boolean).join(': '),
  );

  protected show(): void {
    this.typing.emit('');
    this.open.set(true);
    afterNextRender(() => this.list()?.focus(), { injector: this.injector });
  }

  protected hide(): void {
    this.open.set(false);
    this.trigger().nativeElement.focus();
  }

  protected pick(id: string | null): void {
    if (this.open()) this.hide();
    if (id === this.value()) return;
    this.value.set(id);
    this.committed.emit(id);
  }
}
