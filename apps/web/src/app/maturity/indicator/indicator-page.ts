import { Component, computed, inject, input } from '@angular/core';
import { maturityRoutes } from '@hoest/contracts';
import { CATALOGUE, indicatorDefinition, THEME_LABELS } from '@hoest/maturity';
import { Format, LabelPipe, StarMark, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLine } from '../../shell/scope-line';
import { ScopeLink } from '../../shell/scope-link';
import { maturityTexts } from '../maturity-texts';
import { MovementSection } from '../movement/movement-section';
import { RecalculationNote } from '../recalculation/recalculation-note';
import { DefinitionSection } from './definition-section';
import { IndicatorHistory } from './indicator-history';
import { RecordsSection } from './records-section';
import { ValueSection } from './value-section';

/** One indicator: its question, the value now, how it is computed, why it moved, and every record behind it. */
@Component({
  selector: 'app-indicator-page',
  imports: [
    DefinitionSection,
    IndicatorHistory,
    LabelPipe,
    MovementSection,
    PageFrame,
    ReadingState,
    RecalculationNote,
    RecordsSection,
    ScopeLine,
    ScopeLink,
    StarMark,
    ValueSection,
  ],
  templateUrl: './indicator-page.html',
  styleUrl: './indicator-page.css',
})
export class IndicatorPage {
  private readonly scope = inject(Scope);
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  protected readonly themeLabels = THEME_LABELS;

  readonly id = input.required<string>();
  readonly outcome = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly entry = computed(() => CATALOGUE.find(({ id }) => id === this.id()));
  protected readonly definition = computed(() => indicatorDefinition(this.id()));
  protected readonly heading = computed(() => {
    const entry = this.entry();
    return entry ? this.locale.label(entry.names) : this.t('indicator.absent');
  });
  protected readonly maturity = read(maturityRoutes.readMaturity, () => ({ query: { unitId: this.scope.unitId() } }), {
    topics: ['maturity', 'initiative', 'benefit', 'strategy'],
    keep: true,
  });
  protected readonly history = read(
    maturityRoutes.readHistory,
    () => (this.definition() ? { query: { unitId: this.scope.unitId(), indicatorId: this.id() } } : undefined),
    { topics: ['maturity'], keep: true },
  );
  protected readonly value = computed(() => this.maturity.value()?.indicators.find(({ id }) => id === this.id()));
  protected readonly days = computed(() => (this.history.value()?.items ?? []).map(({ asOf }) => asOf));
  protected readonly line = computed(() => {
    const maturity = this.maturity.value();
    if (!maturity) return '';
    const { computedAt, definitionVersion } = maturity;
    return [
      computedAt === null ? this.t('line.never') : this.t('line.computed', { when: this.format.dateTime(computedAt) }),
      this.t('line.scale'),
      this.t('definition.version', { version: definitionVersion }),
    ].join(' · ');
  });
}
