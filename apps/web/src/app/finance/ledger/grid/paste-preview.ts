import { Component, computed, effect, type ElementRef, inject, output, viewChild } from '@angular/core';
import { LedgerEntry } from '../ledger-entry';
import { ledgerTexts } from '../ledger-texts';

/** What a pasted block would do, before it does it: how many amounts, and what has no place. */
@Component({
  selector: 'app-paste-preview',
  template: `@if (entry.preview(); as preview) {
    <div class="bar" role="group" [attr.aria-label]="t('paste.title')" (keydown.escape)="cancelled.emit()">
      <p>
        <strong>{{ t('paste.count', { n: preview.edits.length, rows: preview.rows }) }}</strong>
        @for (note of notes(); track note) {
          <span>{{ note }}</span>
        }
      </p>
      <button
        #first
        type="button"
        class="btn primary"
        [disabled]="preview.edits.length === 0"
        (click)="confirmed.emit()"
      >
        {{ t('paste.do', { n: preview.edits.length }) }}
      </button>
      <button type="button" class="btn" (click)="cancelled.emit()">{{ t('paste.cancel') }}</button>
    </div>
  }`,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      margin-bottom: var(--space-3);
      padding: var(--space-2) var(--space-3);
      border-left: 3px solid var(--accent);
      background: var(--accent-soft);
    }
    p {
      flex: 1;
    }
    span {
      margin-left: var(--space-2);
      color: var(--ink-2);
    }
  `,
})
export class PastePreview {
  protected readonly entry = inject(LedgerEntry);
  protected readonly t = ledgerTexts.inject();
  private readonly first = viewChild<ElementRef<HTMLElement>>('first');
  readonly confirmed = output();
  readonly cancelled = output();

  protected readonly notes = computed(() => {
    const preview = this.entry.preview();
    if (!preview) return [];
    const { placed, unread } = preview;
    return [
      ...(unread > 0 ? [this.t('paste.unread', { n: unread })] : []),
      ...[...placed.locked].map(([lock, n]) => `${this.t('paste.locked', { n })} ${this.entry.lockText(lock)}`),
      ...(placed.outside > 0 ? [this.t('paste.outside', { n: placed.outside })] : []),
    ];
  });

  constructor() {
    // Enter confirms: the focus waits on the answer.
    effect(() => this.first()?.nativeElement.focus());
  }
}
