import { Component, computed, inject, input } from '@angular/core';
import type { IndicatorValue } from '@hoest/contracts';
import { catalogueEntry } from '@hoest/maturity';
import { ConfidenceMark, LabelPipe, NumberPipe, ScoreBar, StarMark, UiLocale } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { maturityTexts } from '../maturity-texts';
import { absenceOf } from './absence';

/** One of the 36: star, name, score bar, score and confidence, or exactly why there is no score. */
@Component({
  selector: 'app-indicator-row',
  imports: [ConfidenceMark, LabelPipe, NumberPipe, ScopeLink, ScoreBar, StarMark],
  template: `<a [scopeLink]="['/maturity/indicators', indicator().id]" [attr.title]="why()">
    <span class="name">
      @if (indicator().star) {
        <ui-star />&ngsp;
      }
      {{ names() | label }}
    </span>
    @if (absent(); as absent) {
      <ui-score-bar class="none" [score]="null" [absent]="absent" />
    } @else {
      <ui-score-bar [score]="indicator().score" [level]="indicator().level" />
      <span class="num" aria-hidden="true">{{ indicator().score ?? 0 | number: { maxDecimals: 0 } }}</span>
      @if (indicator().confidence; as band) {
        <ui-confidence [band]="band" />
      }
    }
  </a>`,
  styles: `
    :host {
      display: block;
    }
    a {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 84px 26px 14px;
      gap: 0 8px;
      align-items: center;
      height: 100%;
      min-height: 40px;
      padding: 3px 0;
      color: inherit;
      line-height: 1.22;
      text-decoration: none;
    }
    a:hover {
      background: var(--surface-hover);
    }
    a:hover .name,
    a:focus-visible .name {
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 2px;
    }
    a:focus-visible {
      outline-offset: -2px;
    }
    .none {
      grid-column: 2 / -1;
      line-height: 1.2;
    }
    @media (pointer: coarse) {
      a {
        min-height: 48px;
      }
    }
    @media screen and (max-width: 720px) {
      a {
        grid-template-columns: minmax(0, 1fr) 84px 28px 14px;
        font-size: 15px;
      }
    }
  `,
})
export class IndicatorRow {
  private readonly locale = inject(UiLocale);
  protected readonly t = maturityTexts.inject();
  readonly indicator = input.required<IndicatorValue>();
  protected readonly names = computed(() => catalogueEntry(this.indicator().id).names);
  protected readonly absent = computed(() => {
    const indicator = this.indicator();
    const absence = absenceOf(indicator);
    return absence && this.t(`absent.${absence}`, { n: indicator.n, min: indicator.minN });
  });
  /** The reason in full, where the words in the row are short. */
  protected readonly why = computed(() => {
    const { reason, available } = this.indicator();
    return reason && available ? this.locale.label(reason) : null;
  });
}
