import { Component, inject, Service, signal } from '@angular/core';
import { Icon, injectUiText } from '@hoest/ui';

/** Something that was done, told for a while at the foot of the page, with the way back where there is one. */
export interface Notice {
  text: string;
  /** Label and work of the one action: "Fortryd". */
  action?: { label: string; run: () => void };
}

const SHOWN_FOR_MS = 10_000;

/** `inject(Notices).tell({ text: t('closed', { n }), action: { label: t('undo'), run: () => … } })`: for bulk changes, imports and other work whose result is not seen at a field. */
@Service()
export class Notices {
  private readonly held = signal<Notice | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly latest = this.held.asReadonly();

  tell(notice: Notice): void {
    clearTimeout(this.timer);
    this.held.set(notice);
    this.timer = setTimeout(() => this.held.set(undefined), SHOWN_FOR_MS);
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.held.set(undefined);
  }

  /** Stays while the reader is at it. */
  hold(): void {
    clearTimeout(this.timer);
  }

  letGo(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.held.set(undefined), SHOWN_FOR_MS);
  }
}

@Component({
  selector: 'app-notices',
  imports: [Icon],
  template: `<div role="status">
    @if (notices.latest(); as notice) {
      <div
        class="notice"
        (pointerenter)="notices.hold()"
        (pointerleave)="notices.letGo()"
        (focusin)="notices.hold()"
        (focusout)="notices.letGo()"
      >
        <span>{{ notice.text }}</span>
        @if (notice.action; as action) {
          <button type="button" class="btn quiet" (click)="act(action.run)">{{ action.label }}</button>
        }
        <button type="button" class="icon-btn" [attr.aria-label]="t('close')" (click)="notices.dismiss()">
          <ui-icon name="close" />
        </button>
      </div>
    }
  </div>`,
  styles: `
    .notice {
      position: fixed;
      left: 50%;
      bottom: var(--space-5);
      z-index: 20;
      display: flex;
      align-items: center;
      gap: var(--space-2);
      max-width: calc(100vw - 32px);
      padding: 6px 8px 6px 16px;
      border: 1px solid var(--rule);
      border-radius: var(--radius-3);
      background: var(--surface-raised);
      box-shadow: var(--shadow-overlay);
      transform: translateX(-50%);
    }
  `,
})
export class NoticeLine {
  protected readonly notices = inject(Notices);
  protected readonly t = injectUiText();

  protected act(run: () => void): void {
    this.notices.dismiss();
    run();
  }
}
