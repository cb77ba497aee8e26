import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../marks/icon';
import { injectUiText } from '../language/ui-texts';

/** One thing to choose; `depth` indents it (trees, parents first), `hint` stands behind it in grey. */
export interface Option {
  id: string;
  label: string;
  hint?: string;
  depth?: number;
}

/** More are not drawn: typing narrows faster than scrolling, and the list stays quick with thousands of people. */
const MOST_SHOWN = 200;

let count = 0;

/**
 * A field that narrows a list and the list itself: arrows move, Enter chooses, Esc leaves. Stands alone in an overlay
 * (unit picker) or behind a `ui-choose` control. Matching ignores case and accents and looks at every word.
 */
@Component({
  selector: 'ui-option-list',
  imports: [Icon],
  template: `<div class="filter">
      <ui-icon name="search" />
      <input
        #field
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-expanded="true"
        aria-autocomplete="list"
        [attr.aria-label]="label()"
        [attr.aria-controls]="listId"
        [attr.aria-activedescendant]="active() ? optionId(activeIndex()) : null"
        [placeholder]="label()"
        [value]="typed()"
        (input)="narrow(field.value)"
        (keydown)="move($event)"
      />
    </div>
    <ul role="listbox" [id]="listId" [attr.aria-label]="label()">
      @for (option of shown(); track option.id) {
        <li
          role="option"
          [id]="optionId($index)"
          [class.active]="$index === activeIndex()"
          [attr.aria-selected]="option.id === selected()"
          [style.padding-left.px]="14 + 16 * (typed() ? 0 : (option.depth ?? 0))"
          (click)="choose.emit(option.id)"
          (pointermove)="activeIndex.set($index)"
        >
          <span>{{ option.label }}</span>
          @if (option.hint) {
            <span class="faint small">{{ option.hint }}</span>
          }
          @if (option.id === selected()) {
            <ui-icon name="check" />
          }
        </li>
      }
    </ul>
    @if (!shown().length) {
      <p class="none muted" role="status">{{ searching() ? t('searching') : none() }}</p>
    } @else if (hidden()) {
      <p class="none faint small">{{ t('moreOptions', { n: hidden() }) }}</p>
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      max-height: min(420px, 70dvh);
    }
    .filter {
      position: relative;
      padding: var(--space-2);
      border-bottom: 1px solid var(--rule);
    }
    .filter ui-icon {
      position: absolute;
      left: 18px;
      top: calc(50% - 6px);
      color: var(--ink-3);
    }
    .filter .input {
      padding-left: 32px;
    }
    ul {
      flex: 1;
      overflow-y: auto;
      padding: var(--space-1) 0;
    }
    /* A long hint stands under its option rather than squeezing it. */
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 8px;
      min-height: 32px;
      padding: 6px 14px;
      line-height: 1.3;
      cursor: pointer;
    }
    li.active {
      background: var(--surface-hover);
      box-shadow: inset 3px 0 0 var(--accent);
    }
    li[aria-selected='true'] {
      font-weight: var(--weight-strong);
    }
    li ui-icon {
      margin-left: auto;
      color: var(--accent);
    }
    .none {
      padding: var(--space-2) 14px var(--space-3);
    }
    @media (pointer: coarse) {
      li {
        min-height: 44px;
        align-items: center;
      }
    }
  `,
})
export class OptionList {
  protected readonly t = injectUiText();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly options = input.required<readonly Option[]>();
  /** Id of the chosen option; null for none. */
  readonly selected = input<string | null>(null);
  /** Accessible name and placeholder of the field. */
  readonly label = input.required<string>();
  /** What to say when nothing matches. */
  readonly none = input.required<string>();
  /** Whether more options are being fetched for what is typed: until they are here nothing is said to be missing. */
  readonly searching = input(false);
  /** What is typed, for a list that fetches its options; what does not match is left out here all the same. */
  readonly typing = output<string>();
  readonly choose = output<string>();
  readonly leave = output();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly number = (count += 1);
  protected readonly listId = `ui-options-${this.number}`;
  protected readonly typed = signal('');
  protected readonly activeIndex = signal(0);
  private readonly matching = computed(() => {
    const words = plain(this.typed()).split(/\s+/).filter(Boolean);
    return words.length === 0
      ? this.options()
      : this.options().filter(({ label, hint }) =>
          words.every((word) => plain(`${label} ${hint ?? ''}`).includes(word)),
        );
  });
  protected readonly shown = computed(() => this.matching().slice(0, MOST_SHOWN));
  protected readonly hidden = computed(() => this.matching().length - this.shown().length);
  protected readonly active = computed(() => this.shown()[this.activeIndex()]);

  constructor() {
    effect(() => {
      this.options();
      untracked(() =>
        this.activeIndex.set(
          Math.max(
            0,
            this.shown().findIndex(({ id }) => id === this.selected()),
          ),
        ),
      );
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
    this.reveal();
  }

  protected optionId(index: number): string {
    return `ui-option-${this.number}-${index}`;
  }

  protected narrow(text: string): void {
    this.typed.set(text);
    this.activeIndex.set(0);
    this.typing.emit(text);
  }

  protected move(event: KeyboardEvent): void {
    const last = this.shown().length - 1;
    const to = {
      ArrowDown: Math.min(last, this.activeIndex() + 1),
      ArrowUp: Math.max(0, this.activeIndex() - 1),
      PageDown: Math.min(last, this.activeIndex() + 10),
      PageUp: Math.max(0, this.activeIndex() - 10),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.activeIndex.set(to);
      this.reveal();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const active = this.active();
      if (active) this.choose.emit(active.id);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.leave.emit();
    }
  }

  private reveal(): void {
    this.host.querySelector(`#${this.optionId(this.activeIndex())}`)?.scrollIntoView({ block: 'nearest' });
  }
}

/** Lower case without accents; å, æ and ø stay what they are. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^åæøa-z0-9]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}
