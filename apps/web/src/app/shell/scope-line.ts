import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Icon, type Option, OptionList } from '@hoest/ui';
import { SessionStore } from '../organisation/session-store';
import { Scope } from './scope';
import { shellTexts } from './shell-texts';

/** Whose numbers: the unit in the address, and a list to choose another one from. */
@Component({
  selector: 'app-scope-line',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, OptionList],
  template: `<button
      #origin="cdkOverlayOrigin"
      cdkOverlayOrigin
      #trigger
      type="button"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="t('scope.choose') + ': ' + scope.name()"
      (click)="show()"
    >
      {{ scope.name() }} <ui-icon name="down" />
    </button>
    <span class="muted">{{ note() || (scope.unit() ? t('scope.unitNote') : t('scope.wholeNote')) }}</span>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayHasBackdrop]="true"
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      (backdropClick)="hide()"
      (detach)="open.set(false)"
    >
      <div class="menu panel" role="dialog" [attr.aria-label]="t('scope.choose')">
        <ui-option-list
          [options]="options()"
          [selected]="scope.unitId() ?? whole"
          [label]="t('scope.filter')"
          [none]="t('scope.none')"
          (choose)="choose($event)"
          (leave)="hide()"
        />
      </div>
    </ng-template>`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      min-height: var(--target-min);
      padding: 0;
      border: 0;
      background: none;
      color: var(--accent);
      font-weight: var(--weight-medium);
      text-align: left;
      cursor: pointer;
    }
    button:hover {
      color: var(--accent-strong);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    .panel {
      width: 360px;
      padding: 0;
      overflow: hidden;
    }
    @media (pointer: coarse) {
      button {
        min-height: 44px;
      }
    }
  `,
})
export class ScopeLine {
  protected readonly scope = inject(Scope);
  protected readonly t = shellTexts.inject();
  private readonly sessions = inject(SessionStore);
  private readonly injector = inject(Injector);
  private readonly list = viewChild(OptionList);
  private readonly trigger = viewChild.required<unknown, ElementRef<HTMLElement>>('trigger', { read: ElementRef });

  /** Text behind the unit: how many units or initiatives, for instance. */
  readonly note = input('');
  protected readonly open = signal(false);
  protected readonly whole = 'whole';
  protected readonly options = computed<Option[]>(() => {
    const root = this.sessions.organisation()?.rootUnitId;
    const units = (this.scope.units() ?? []).filter(({ id }) => id !== root);
    return [
      { id: this.whole, label: this.t('scope.whole') },
      ...units.map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
    ];
  });

  protected show(): void {
    this.open.set(true);
    afterNextRender(() => this.list()?.focus(), { injector: this.injector });
  }

  protected hide(): void {
    this.open.set(false);
    this.trigger().nativeElement.focus();
  }

  protected choose(id: string): void {
    this.hide();
    void this.scope.choose(id === this.whole ? undefined : id);
  }
}
