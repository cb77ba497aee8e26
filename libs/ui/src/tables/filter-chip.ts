import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Component, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { injectUiText } from '../language/ui-texts';
import { Icon } from '../marks/icon';

/**
 * A filter as text: "Fase **analyse, realisering** ×". Pressing the text opens what changes it (content, in an overlay);
 * the cross drops the filter. Without `value` it reads as a button that adds the filter.
 *
 * ```html
 * <ui-filter-chip [name]="t('phase')" [value]="phaseWords()" (remove)="set({ phase: undefined })">
 *   <ui-check-list [options]="phases()" [selected]="chosen()" (selectedChange)="set({ phase: $event })" [label]="t('phase')" />
 * </ui-filter-chip>
 * ```
 */
@Component({
  selector: 'ui-filter-chip',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon],
  template: `<span class="chip" cdkOverlayOrigin #origin="cdkOverlayOrigin" [class.unset]="!value()">
      <button
        #trigger
        type="button"
        class="words"
        aria-haspopup="dialog"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        @if (value()) {
          <span class="muted">{{ name() }}</span> <b>{{ value() }}</b>
        } @else {
          <ui-icon name="plus" /> {{ name() }}
        }
      </button>
      @if (value()) {
        <button
          type="button"
          class="drop"
          [attr.aria-label]="t('removeFilter', { name: name() })"
          (click)="remove.emit()"
        >
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
      (backdropClick)="close()"
      (detach)="open.set(false)"
      (overlayKeydown)="key($event)"
    >
      <div class="menu panel" role="dialog" cdkTrapFocus [cdkTrapFocusAutoCapture]="true" [attr.aria-label]="name()">
        <ng-content />
      </div>
    </ng-template>`,
  styles: `
    :host {
      display: inline-flex;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      min-height: 28px;
      border: 1px solid var(--rule-strong);
      border-radius: var(--radius-2);
      background: var(--surface);
      white-space: nowrap;
    }
    .chip.unset {
      border-color: transparent;
      color: var(--accent);
    }
    .chip:hover {
      background: var(--surface-hover);
    }
    .words {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      min-height: 26px;
      padding: 0 9px;
      border: 0;
      background: none;
      cursor: pointer;
    }
    .unset .words {
      font-weight: var(--weight-medium);
    }
    .words b {
      max-width: 260px;
      overflow: hidden;
      text-overflow: ellipsis;
      font-weight: var(--weight-medium);
    }
    .words ui-icon {
      scale: 0.8;
    }
    .drop {
      display: inline-grid;
      place-items: center;
      width: 26px;
      height: 26px;
      margin-left: -5px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--ink-2);
      cursor: pointer;
    }
    .drop ui-icon {
      scale: 0.75;
    }
    .drop:hover {
      color: var(--ink);
    }
    .panel {
      min-width: 240px;
      max-height: min(440px, 70dvh);
      overflow-y: auto;
    }
    @media (pointer: coarse) {
      .chip,
      .words,
      .drop {
        min-height: 44px;
      }
      .drop {
        width: 40px;
      }
    }
  `,
})
export class FilterChip {
  protected readonly t = injectUiText();
  private readonly trigger = viewChild.required<unknown, ElementRef<HTMLElement>>('trigger', { read: ElementRef });
  readonly name = input.required<string>();
  /** What is chosen, in words; empty = the filter is not set. */
  readonly value = input('');
  readonly remove = output();
  protected readonly open = signal(false);

  close(): void {
    this.open.set(false);
    this.trigger().nativeElement.focus();
  }

  protected key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close();
  }
}
