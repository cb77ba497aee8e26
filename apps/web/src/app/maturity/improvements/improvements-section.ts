import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type Maturity, maturityRoutes, type ResponseOf } from '@hoest/contracts';
import { catalogueEntry, indicatorDefinition, THEME_LABELS } from '@hoest/maturity';
import { LabelPipe, NumberPipe, UiControl, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { maturityTexts } from '../maturity-texts';
import { RecordLink } from '../record-link';

type Improvement = ResponseOf<typeof maturityRoutes.readImprovements>['items'][number];

const SHOWN = 6;
const NAMED = 3;

/**
 * What would lift the figures most: per person who can act, what to do with which records, how much it lifts the theme, and the
 * indicator that would fall if the figure were dressed up. `who` and `all` stand in the address.
 */
@Component({
  selector: 'app-improvements-section',
  imports: [LabelPipe, NumberPipe, ReadingState, RecordLink, ScopeLink, UiControl],
  templateUrl: './improvements-section.html',
  styleUrl: './improvements-section.css',
})
export class ImprovementsSection {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  private readonly locale = inject(UiLocale);
  protected readonly t = maturityTexts.inject();
  protected readonly one = { minDecimals: 1, maxDecimals: 1, signed: true } as const;
  protected readonly themeLabels = THEME_LABELS;
  protected readonly names = (id: string) => catalogueEntry(id).names;

  readonly maturity = input.required<Maturity>();
  /** Name of the person whose records are shown; everybody without. */
  readonly who = input<string>();
  /** Whether every suggestion is shown. */
  readonly all = input(false);

  protected readonly reading = read(
    maturityRoutes.readImprovements,
    () => ({ query: { unitId: this.scope.unitId() } }),
    { topics: ['maturity'], keep: true },
  );
  private readonly items = computed(() => this.reading.value()?.items ?? []);
  /** People who can act, those with the largest lift first. */
  protected readonly people = computed(() => [...new Set(this.items().flatMap(({ personName }) => personName ?? []))]);
  protected readonly chosen = computed(() => {
    const who = this.who();
    return who && this.people().includes(who) ? who : '';
  });
  private readonly found = computed(() =>
    this.items().filter(({ personName }) => this.chosen() === '' || personName === this.chosen()),
  );
  protected readonly rows = computed(() =>
    (this.all() ? this.found() : this.found().slice(0, SHOWN)).map((item) => ({
      item,
      what: this.what(item),
      actor: item.personName ?? this.t(`actor.${item.role ?? 'nobody'}`),
      named: item.records.slice(0, NAMED),
      more: item.records.length === 0 ? 0 : item.count - Math.min(NAMED, item.records.length),
      hasBasis: this.maturity().themes.some(({ id, status }) => id === item.theme && status === 'ok'),
    })),
  );
  protected readonly hidden = computed(() => this.found().length - this.rows().length);
  protected readonly someWithoutBasis = computed(() => this.rows().some(({ hasBasis }) => !hasBasis));

  protected choose(params: { who?: string | null; all?: string | null }): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private what({ fixes, count, indicatorId }: Improvement): string {
    const kind = indicatorDefinition(indicatorId)?.objectKind ?? 'initiative';
    const counted = this.t(`kind.${kind}`, { n: count });
    const fix = fixes[0];
    return fix ? `${this.locale.label(fix)} – ${counted}` : counted;
  }
}
