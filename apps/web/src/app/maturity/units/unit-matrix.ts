import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Maturity } from '@hoest/contracts';
import { THEME_LABELS, THEMES } from '@hoest/maturity';
import { type ChartTable, Format, HeatCell, LabelPipe, NumberPipe, toCsv, download, UiLocale } from '@hoest/ui';
import { maturityTexts } from '../maturity-texts';
import { cellOf, columnsOf, defaultView, type MatrixCell, type MatrixView, weakest } from './matrix';

/**
 * Units × themes, or × the indicators of a theme, with level and score; too few is words, never a pale colour. A unit's name
 * shows the page for that unit. The view stands in the address (`matrix`).
 */
@Component({
  selector: 'app-unit-matrix',
  imports: [HeatCell, LabelPipe, NumberPipe, RouterLink],
  templateUrl: './unit-matrix.html',
  styleUrl: './unit-matrix.css',
})
export class UnitMatrix {
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = maturityTexts.inject();

  readonly maturity = input.required<Maturity>();
  readonly matrix = input<string>();

  protected readonly units = computed(() => this.maturity().units);
  protected readonly views = computed(() => [
    { id: 'themes' as MatrixView, name: this.t('matrix.themes') },
    ...THEMES.filter((theme) => columnsOf(theme).length > 0).map((id) => ({
      id: id as MatrixView,
      name: this.locale.label(THEME_LABELS[id]),
    })),
  ]);
  protected readonly view = computed(
    () => this.views().find(({ id }) => id === this.matrix())?.id ?? defaultView(this.units()),
  );
  protected readonly columns = computed(() => columnsOf(this.view()));
  protected readonly rows = computed(() =>
    this.units().map((unit) => ({
      unit,
      cells: this.columns().map(({ id }) => {
        const cell = cellOf(unit, this.view(), id);
        return { id, cell, absent: this.absent(cell) };
      }),
    })),
  );
  protected readonly heading = computed(() => {
    const found = weakest(this.units(), this.view());
    if (!found) return this.t('matrix.title');
    return this.t('matrix.weakest', { column: this.locale.label(found.column.names), unit: found.unit.unitName });
  });

  protected choose(view: MatrixView): void {
    void this.router.navigate([], { queryParams: { matrix: view }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected save(): void {
    const table: ChartTable = {
      columns: [
        this.t('matrix.unit'),
        this.t('matrix.initiatives'),
        ...this.columns().flatMap(({ names }) => {
          const name = this.locale.label(names);
          return [`${name}, ${this.t('matrix.level')}`, `${name}, ${this.t('matrix.score')}`];
        }),
      ],
      rows: this.rows().map(({ unit, cells }) => [
        unit.unitName,
        String(unit.initiatives),
        ...cells.flatMap(({ cell, absent }) =>
          cell.score === null
            ? [absent, absent]
            : [String(cell.level ?? ''), this.format.number(cell.score, { minDecimals: 1, maxDecimals: 1 })],
        ),
      ]),
    };
    download(toCsv(table), 'modenhed-enheder.csv');
  }

  private absent({ absence }: MatrixCell): string {
    if (!absence) return '';
    if (absence.kind === 'none') return this.t('absent.noDataShort');
    return absence.kind === 'few'
      ? this.t('absent.tooFew', { n: absence.n, min: absence.min })
      : this.t('matrix.basis', { n: absence.n });
  }
}
