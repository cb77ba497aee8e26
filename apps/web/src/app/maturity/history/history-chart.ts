import { Component, computed, inject, input } from '@angular/core';
import { LEVEL_LABELS, LEVELS, THEME_LABELS, THEMES } from '@hoest/maturity';
import { ChartFrame, type ChartSeries, type ChartTable, type ChartZone, Format, LineChart, UiLocale } from '@hoest/ui';
import { maturityTexts } from '../maturity-texts';
import { coursesOf, type HistoryItem, levelSpan } from './history-message';

const ONE = { minDecimals: 1, maxDecimals: 1 } as const;
/** Fewest points a change of which the message claims a direction. */
const WORTH_TELLING = 0.5;
const DASHES = ['solid', 'dot', 'dash'] as const;

/** Scores of the four themes at each month end, with the levels as bands and a sentence that says what happened. */
@Component({
  selector: 'app-history-chart',
  imports: [ChartFrame, LineChart],
  template: `<ui-chart-frame
    [message]="message()"
    [sub]="sub()"
    [table]="table()"
    [source]="t('history.source')"
    fileName="modenhed-historik"
  >
    @if (series().length) {
      <ui-line-chart
        [series]="series()"
        [zones]="zones()"
        [fromZero]="false"
        [label]="t('history.label')"
        [format]="oneDecimal"
      />
    } @else {
      <p class="muted large">{{ t('history.none') }}</p>
    }
  </ui-chart-frame>`,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class HistoryChart {
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();

  readonly items = input.required<readonly HistoryItem[]>();
  protected readonly oneDecimal = (value: Parameters<Format['number']>[0]) =>
    this.format.number(value, { maxDecimals: 1 });

  private readonly courses = computed(() => coursesOf(this.items()));
  /** The theme that moved most is drawn as the own line; the others stay grey. */
  protected readonly series = computed((): ChartSeries[] => {
    const items = this.items();
    const scored = THEMES.filter((theme) =>
      items.some(({ themes }) => themes.some(({ id, score }) => id === theme && score !== null)),
    );
    const main = this.courses()[0]?.theme ?? scored[0];
    const others = scored.filter((theme) => theme !== main);
    return scored.flatMap((theme): ChartSeries[] => {
      const points = items.map(({ asOf, themes }) => ({
        date: asOf,
        value: themes.find(({ id }) => id === theme)?.score?.toString() ?? null,
      }));
      const last = points.findLast(({ value }) => value !== null);
      if (!last?.value) return [];
      const name = this.locale.label(THEME_LABELS[theme]);
      const endLabel = `${this.format.number(last.value, ONE)} ${name}`;
      const drawn = { id: theme, name, points, endLabel };
      if (theme === main) return [{ ...drawn, kind: 'own', markers: false }];
      return [{ ...drawn, kind: 'other', dash: DASHES[others.indexOf(theme)] ?? 'solid' }];
    });
  });
  protected readonly zones = computed((): ChartZone[] => {
    const scores = this.items().flatMap(({ themes }) => themes.flatMap(({ score }) => score ?? []));
    const { from, to } = levelSpan(scores);
    return LEVELS.flatMap((level): ChartZone[] => {
      const low = (level - 1) * 20;
      if (low < from || low >= to) return [];
      const name = this.locale.label(LEVEL_LABELS[level]).toLocaleLowerCase(this.locale.language());
      return [{ from: low, to: low + 20, label: this.t('history.level', { level, name }), tinted: level % 2 === 1 }];
    });
  });

  protected readonly message = computed(() => {
    const [main, ...rest] = this.courses();
    if (!main || Math.abs(main.change) < WORTH_TELLING) return this.t('history.title');
    const theme = this.locale.label(THEME_LABELS[main.theme]);
    const points = this.format.number(Math.abs(main.change), ONE);
    const params = { theme, points, level: main.levelNow ?? '' };
    const crossed = main.levelNow !== main.levelBefore && main.levelNow !== null && main.levelBefore !== null;
    const first = crossed
      ? this.t(main.change < 0 ? 'history.fellTo' : 'history.roseTo', params)
      : this.t(main.change < 0 ? 'history.fell' : 'history.rose', params);
    const up = rest.filter(({ change }) => change >= WORTH_TELLING).length;
    const down = rest.filter(({ change }) => change <= -WORTH_TELLING).length;
    return [first, up && this.t('history.others.rose', { n: up }), down && this.t('history.others.fell', { n: down })]
      .filter(Boolean)
      .join('; ');
  });

  protected readonly sub = computed(() => {
    const [first, last] = [this.items()[0], this.items().at(-1)];
    if (!first || !last) return '';
    const period = this.t('history.sub', {
      from: this.format.date(first.asOf, 'long-month'),
      to: this.format.date(last.asOf),
    });
    const missing = THEMES.filter((theme) => !this.series().some(({ id }) => id === theme));
    if (missing.length === 0) return period;
    const names = this.format.list(missing.map((theme) => this.locale.label(THEME_LABELS[theme])));
    return `${period} ${this.t('history.missing', { themes: names })}`;
  });

  protected readonly table = computed((): ChartTable => ({
    columns: [
      this.t('history.date'),
      ...THEMES.map((theme) => this.locale.label(THEME_LABELS[theme])),
      this.t('overall.name'),
      this.t('history.definition'),
    ],
    rows: this.items().map(({ asOf, overall, themes, definitionVersion }) => [
      this.format.date(asOf),
      ...THEMES.map((theme) => {
        const found = themes.find(({ id }) => id === theme);
        return this.cell(found?.score ?? null);
      }),
      this.cell(overall),
      definitionVersion,
    ]),
  }));

  private cell(score: number | null): string {
    return score === null ? this.t('history.noBasis') : this.format.number(score, ONE);
  }
}
