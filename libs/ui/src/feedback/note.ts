import { Component, computed, input } from '@angular/core';

/** `stale` = figures are being recalculated; `watch` = attention, offline; `deviation` = refused, failed, conflict. */
export type NoteKind = 'stale' | 'watch' | 'deviation';

/**
 * A note in the page: what happened (in bold, `heading`), what it means (content), actions at the right (`noteActions`),
 * progress or time (`noteAside`). Deviations are announced at once, the others politely.
 *
 * ```html
 * <ui-note kind="stale" [heading]="t('recalculating')">{{ t('figuresAreFrom', {time}) }}<span noteAside>38 af 62</span></ui-note>
 * ```
 */
@Component({
  selector: 'ui-note',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true">
      @switch (kind()) {
        @case ('stale') {
          <path d="M10.5 6A4.5 4.5 0 1 1 9 2.6M9.4.6v2.6H6.8" fill="none" stroke="currentColor" stroke-width="1.5" />
        }
        @case ('watch') {
          <path d="M6 .8 11.6 11H.4z" fill="currentColor" />
        }
        @case ('deviation') {
          <path d="M6 0 12 6 6 12 0 6z" fill="currentColor" />
        }
      }
    </svg>
    <div class="text">
      @if (heading()) {
        <b>{{ heading() }}</b>&ngsp;
      }
      <ng-content />
    </div>
    <div class="aside sub"><ng-content select="[noteAside]" /></div>
    <div class="actions"><ng-content select="[noteActions]" /></div>`,
  host: { '[class]': 'kind()', '[attr.role]': 'role()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: 16px minmax(0, 1fr) auto auto;
      gap: 4px 10px;
      align-items: start;
      padding: 9px 12px;
      border-left: 3px solid var(--accent);
      background: var(--surface-sunken);
    }
    svg {
      width: 14px;
      height: 14px;
      margin-top: 3px;
      color: var(--accent);
    }
    :host(.watch) {
      border-color: var(--watch-mark);
      background: var(--watch-soft);
    }
    :host(.watch) svg {
      color: var(--watch-mark);
    }
    :host(.deviation) {
      border-color: var(--deviation);
      background: var(--deviation-soft);
    }
    :host(.deviation) svg {
      color: var(--deviation);
    }
    .actions:empty,
    .aside:empty {
      display: none;
    }
    .actions {
      justify-self: end;
    }
    @media (max-width: 720px) {
      :host {
        grid-template-columns: 16px minmax(0, 1fr);
      }
      .aside,
      .actions {
        grid-column: 2;
        justify-self: start;
      }
    }
    @media print {
      :host {
        print-color-adjust: exact;
      }
    }
  `,
})
export class Note {
  readonly kind = input.required<NoteKind>();
  readonly heading = input('');
  protected readonly role = computed(() => (this.kind() === 'deviation' ? 'alert' : 'status'));
}
