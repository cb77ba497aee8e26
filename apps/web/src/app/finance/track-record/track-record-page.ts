import { Component, computed, inject } from '@angular/core';
import { BENEFIT_CLASS_LABELS, type BenefitClass, ESTIMATE_BASIS_LABELS, type EstimateBasis } from '@hoest/benefits';
import { type TrackRecordRow, trackRecordRoutes } from '@hoest/contracts';
import { ChartFrame, type ChartTable, ContributionBar, Format, Note, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLine } from '../../shell/scope-line';
import { ScopeLink } from '../../shell/scope-link';
import { trackRecordTexts } from './track-record-texts';

const GROUPS = ['class', 'unit', 'basis'] as const;

/** How much of what closed benefits promised came, by class, administration and basis, and what that does to new promises. */
@Component({
  selector: 'app-track-record-page',
  imports: [ChartFrame, ContributionBar, Note, PageFrame, ReadingState, ScopeLine, ScopeLink],
  templateUrl: './track-record-page.html',
  styleUrl: './track-record-page.css',
})
export class TrackRecordPage {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly scope = inject(Scope);
  protected readonly t = trackRecordTexts.inject();
  protected readonly record = read(
    trackRecordRoutes.readTrackRecord,
    () => ({ query: { unitId: this.scope.unitId() } }),
    { topics: ['benefit', 'maturity'], keep: true },
  );
  private readonly answer = this.record.value;

  protected readonly asOf = computed(() => {
    const answer = this.answer();
    return answer
      ? [
          this.t('asOf', { date: this.format.date(answer.asOf) }),
          this.t('window'),
          this.format.amountUnit(answer.currency),
        ].join(' · ')
      : '';
  });
  protected readonly lead = computed(() => {
    const { cases = 0, ratio = null } = this.answer()?.scope ?? {};
    if (cases === 0 || ratio === null) return this.t('lead.none');
    return this.t('lead', { n: cases, share: this.percent(ratio) });
  });
  /** What the organisation's record does to new promises. */
  protected readonly sub = computed(() => {
    const answer = this.answer();
    if (!answer) return '';
    const { organisation, ownFrom } = answer;
    return organisation.cases < ownFrom
      ? this.t('sub.default', { n: organisation.cases, from: ownFrom })
      : this.t('sub.own', { n: organisation.cases, share: this.percent(organisation.ratio ?? '0') });
  });
  protected readonly unpriced = computed(() => {
    const { cases = 0, years = [] } = this.answer()?.unpriced ?? {};
    return cases === 0 ? '' : this.t('unpriced', { n: cases, years: years.join(', ') });
  });
  protected readonly groups = computed(() => {
    const rows = this.answer()?.rows ?? [];
    return GROUPS.map((by) => ({
      by,
      title: this.t(`by.${by}`),
      rows: this.shown(rows.filter((row) => row.by === by)),
    }));
  });

  /** Classes with their bias, for the drawing; the longest bar is the largest bias among them. */
  protected readonly bars = computed(() => {
    const rows = (this.answer()?.rows ?? []).filter(({ by, bias }) => by === 'class' && bias !== null);
    const most = Math.max(0, ...rows.map(({ bias }) => Math.abs(Number(bias))));
    return rows.map((row) => ({
      name: this.nameOf(row),
      bias: Number(row.bias),
      words: this.signed(row.bias ?? '0'),
      cases: this.t('cases', { n: row.cases }),
      most,
    }));
  });
  protected readonly message = computed(() => {
    const bars = this.bars();
    const [first] = [...bars].sort((a, b) => a.bias - b.bias);
    if (!first || first.bias >= 0) return this.t('chart.neutral');
    return this.t('chart.message', { class: first.name, share: this.percent(String(-first.bias)) });
  });
  protected readonly table = computed<ChartTable>(() => ({
    columns: [this.t('by.class'), this.t('column.cases'), this.t('column.bias')],
    rows: this.bars().map(({ name, cases, words }) => [name, cases, words]),
  }));

  private shown(rows: readonly TrackRecordRow[]) {
    return rows.map((row) => ({
      row,
      name: this.nameOf(row),
      planned: this.format.amount(row.plannedMinor),
      realised: this.format.amount(row.realisedMinor),
      accuracy: row.accuracy === null ? null : this.percent(row.accuracy),
      bias: row.bias === null ? null : this.signed(row.bias),
      factor: row.factorUsed === null ? null : this.percent(row.factorUsed),
      why: this.why(row),
    }));
  }

  private why({ by, factorUsed, reason, credibility }: TrackRecordRow): string {
    if (reason === 'default') {
      if (factorUsed !== null) return this.t('why.default');
      return this.t(by === 'basis' ? 'why.noBasis' : 'why.byBasis');
    }
    return reason === 'own' ? this.t('why.own') : this.t('why.shrunk', { share: this.percent(credibility ?? '0') });
  }

  private nameOf({ by, key, name }: TrackRecordRow): string {
    if (by === 'unit') return name ?? '';
    if (key === null) return this.t('noBasis');
    return this.locale.label(
      by === 'class' ? BENEFIT_CLASS_LABELS[key as BenefitClass] : ESTIMATE_BASIS_LABELS[key as EstimateBasis],
    );
  }

  private percent(ratio: string): string {
    return this.format.percent(ratio, { maxDecimals: 0 });
  }

  private signed(ratio: string): string {
    return this.format.percent(ratio, { maxDecimals: 0, signed: true });
  }
}
