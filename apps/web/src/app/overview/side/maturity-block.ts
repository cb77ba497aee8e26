import { Component, computed, inject } from '@angular/core';
import { type Maturity, maturityRoutes } from '@hoest/contracts';
import { THEME_LABELS } from '@hoest/maturity';
import { Format, LabelPipe, type Level, LevelMark, NumberPipe } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { injectKnownAreas } from '../known-areas';
import { overviewTexts } from '../overview-texts';

/** The four themes of digital maturity, briefly; a theme without basis says so and has no score. */
@Component({
  selector: 'app-maturity-block',
  imports: [LabelPipe, LevelMark, NumberPipe, ReadingState, ScopeLink],
  template: `@if (allowed()) {
    <section class="sec thin" aria-labelledby="overview-maturity">
      <div class="sechead">
        <h2 id="overview-maturity">{{ t('maturity.title') }}</h2>
        @if (knows('maturity')) {
          <a class="small end" scopeLink="/maturity">{{ t('maturity.why') }}</a>
        }
      </div>
      @if (maturity.value(); as read) {
        <p class="sub">{{ summary() }}</p>
        <ul>
          @for (theme of read.themes; track theme.id) {
            <li [class.none]="theme.score === null">
              <span>{{ THEME_LABELS[theme.id] | label }}</span>
              @if (theme.score !== null && theme.level !== null) {
                <ui-level [level]="asLevel(theme.level)" [short]="true" />
                <span class="num">{{ theme.score | number: oneDecimal }}</span>
                <span class="num" [class]="theme.change !== null && theme.change < 0 ? 'neg' : 'muted'">
                  @if (theme.change !== null) {
                    {{ theme.change | number: signed }}
                  } @else {
                    <span [title]="t('maturity.noBefore')">–</span>
                  }
                </span>
              } @else {
                <span class="basis">{{ t('maturity.basis', { n: theme.valued, of: theme.counted }) }}</span>
              }
            </li>
          }
        </ul>
        @if (read.recalculating.pending > 0) {
          <p class="src" role="status">{{ t('maturity.recalculating', { n: read.recalculating.pending }) }}</p>
        }
      } @else {
        <app-reading [of]="maturity" [rows]="4" />
      }
    </section>
  }`,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 52px 44px 44px;
      gap: 0 var(--space-2);
      align-items: center;
      min-height: var(--row);
      padding: 4px 0;
      border-bottom: 1px solid var(--rule);
    }
    li.none {
      grid-template-columns: minmax(0, 1fr) max-content;
    }
    .basis {
      color: var(--unknown);
      font-size: var(--text-sm);
      text-align: right;
    }
    .sub {
      margin-bottom: var(--space-1);
    }
  `,
})
export class MaturityBlock {
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);
  protected readonly knows = injectKnownAreas();
  protected readonly t = overviewTexts.inject();
  protected readonly THEME_LABELS = THEME_LABELS;
  protected readonly oneDecimal = { minDecimals: 1, maxDecimals: 1 };
  protected readonly signed = { ...this.oneDecimal, signed: true };
  protected readonly allowed = computed(() => this.sessions.may('maturity.read'));
  protected readonly maturity = read(
    maturityRoutes.readMaturity,
    () => (this.allowed() ? { query: { unitId: this.scope.unitId() } } : undefined),
    { topics: ['maturity'], keep: true },
  );

  protected readonly summary = computed(() => {
    const read = this.maturity.value();
    return read ? [this.overall(read), this.since(read)].filter(Boolean).join(' – ') : '';
  });

  protected asLevel(level: number): Level {
    return level as Level;
  }

  private overall({ overall, indicators }: Maturity): string {
    if (overall.score === null || overall.level === null) {
      const valued = indicators.filter(({ value }) => value !== null).length;
      return this.t('maturity.noOverall', { n: valued, of: indicators.length });
    }
    return this.t('maturity.overall', {
      score: this.format.number(overall.score, this.oneDecimal),
      level: overall.level,
    });
  }

  private since({ comparedWith }: Maturity): string {
    return comparedWith ? this.t('maturity.since', { date: this.format.date(comparedWith) }) : '';
  }
}
