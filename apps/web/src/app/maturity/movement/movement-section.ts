import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type Maturity, maturityRoutes } from '@hoest/contracts';
import { catalogueEntry, THEME_LABELS, type Theme } from '@hoest/maturity';
import type { CalendarDate } from '@hoest/quantities';
import { Format, UiControl, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { maturityTexts } from '../maturity-texts';
import { indicatorMovement, mainCause, type Movement, themeMovement } from './movement';
import { MovementList } from './movement-list';

const ONE = { minDecimals: 1, maxDecimals: 1 } as const;

/**
 * Why a theme or an indicator moved between two days: a sentence, the causes with bars and records, and the choice of what and
 * when, which stands in the address (`why`, `from`, `to`). With `fixed` it is about that indicator only.
 */
@Component({
  selector: 'app-movement-section',
  imports: [MovementList, ReadingState, UiControl],
  templateUrl: './movement-section.html',
  styleUrl: './movement-section.css',
})
export class MovementSection {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = maturityTexts.inject();
  protected readonly themeLabels = THEME_LABELS;

  readonly maturity = input.required<Maturity>();
  /** Days with a stored figure, oldest first, today last. */
  readonly days = input.required<readonly CalendarDate[]>();
  /** Subject, first and last day as the address has them; each has a sensible default. */
  readonly why = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly fixed = input<string>();

  protected readonly end = computed(() => {
    const to = this.to();
    return to && this.days().includes(to) ? to : this.maturity().asOf;
  });
  protected readonly start = computed(() => {
    const before = this.starts();
    const from = this.from();
    return from && before.includes(from) ? from : before.at(-1);
  });
  protected readonly starts = computed(() => this.days().filter((day) => day < this.end()));
  protected readonly ends = computed(() => this.days().slice(1));
  protected readonly changes = read(
    maturityRoutes.readChanges,
    () => ({ query: { unitId: this.scope.unitId(), from: this.start(), to: this.end() } }),
    { topics: ['maturity'], keep: true },
  );

  protected readonly themes = computed(() =>
    (this.changes.value()?.themes ?? []).map(({ id, before, after }) => ({
      id,
      name: this.locale.label(THEME_LABELS[id]),
      change: before === null || after === null ? null : after - before,
    })),
  );
  protected readonly movedIndicators = computed(() =>
    (this.changes.value()?.indicators ?? []).map(({ indicatorId }) => ({
      id: indicatorId,
      name: this.locale.label(catalogueEntry(indicatorId).names),
    })),
  );
  /** Theme or indicator that is explained; default the theme that moved most, else the first indicator that moved. */
  protected readonly subject = computed(() => {
    const fixed = this.fixed();
    if (fixed) return fixed;
    const asked = this.why();
    const known = [...this.themes(), ...this.movedIndicators()].some(({ id }) => id === asked);
    if (asked && known) return asked;
    const moved = this.themes()
      .filter(({ change }) => change !== null)
      .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))[0];
    return moved?.id ?? this.movedIndicators()[0]?.id ?? this.themes()[0]?.id ?? 'gr';
  });
  private readonly theme = computed((): Theme | null => {
    const subject = this.subject();
    return subject in THEME_LABELS ? (subject as Theme) : null;
  });
  protected readonly isTheme = computed(() => this.theme() !== null);
  protected readonly scale = computed(() => (this.isTheme() ? 1 : 100));
  protected readonly unit = computed(() => this.t(this.isTheme() ? 'unit.points' : 'unit.percentagePoints'));

  protected readonly movement = computed((): Movement | undefined => {
    const changes = this.changes.value();
    if (!changes) return undefined;
    const theme = this.theme();
    if (theme === null) return indicatorMovement(changes, this.subject());
    const valued = this.maturity().themes.find(({ id }) => id === theme)?.valued ?? 0;
    return themeMovement(changes, theme, valued);
  });
  /** Indicators of a theme without a score that moved by themselves. */
  protected readonly movedWithin = computed(() => {
    const theme = this.theme();
    if (theme === null || this.movement()?.change !== null) return [];
    return this.movedIndicators().filter(({ id }) => id.startsWith(`${theme}.`));
  });

  protected readonly heading = computed(() => {
    const movement = this.movement();
    const theme = this.theme();
    const name = this.locale.label(theme ? THEME_LABELS[theme] : catalogueEntry(this.subject()).names);
    if (!movement || movement.change === null) return this.t('movement.titleUnknown', { name });
    const amount = `${this.format.number(Math.abs(movement.change) * this.scale(), ONE)} ${this.unit()}`;
    if (Math.abs(movement.change) * this.scale() < 0.05) return this.t('movement.titleStill', { name });
    const question = this.t(movement.change < 0 ? 'movement.titleFell' : 'movement.titleRose', { name, amount });
    const main = mainCause(movement);
    return main ? `${question} ${this.t(`movement.main.${main}`)}` : question;
  });

  protected readonly sub = computed(() => {
    const start = this.start();
    const movement = this.movement();
    const period = start ? `${this.format.date(start)}–${this.format.date(this.end())}` : this.format.date(this.end());
    if (!movement || movement.before === null || movement.after === null)
      return this.t('movement.subUnknown', { period });
    const options = this.isTheme() ? ONE : { maxDecimals: 1 };
    const value = (amount: number) =>
      this.isTheme() ? this.format.number(amount, options) : this.format.percent(amount, options);
    return this.t('movement.sub', {
      period,
      unit: this.unit(),
      before: value(movement.before),
      after: value(movement.after),
    });
  });

  protected choose(params: { why?: string; from?: string; to?: string }): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected day(date: CalendarDate): string {
    const today = this.maturity().knownAt === null && date === this.maturity().asOf;
    return today ? this.t('movement.now', { date: this.format.date(date) }) : this.format.date(date);
  }
}
