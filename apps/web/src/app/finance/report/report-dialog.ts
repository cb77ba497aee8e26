import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS } from '@hoest/benefits';
import { budgetRoutes, claimRoutes, type FinanceClaim } from '@hoest/contracts';
import { type Rung, RUNG_LABELS } from '@hoest/finance';
import { Choose, DialogBody, Field, Format, injectUiText, LabelPipe, MoneyInput, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { read } from '../../api/read';
import { Notices } from '../../shell/notices';
import { financeTexts } from '../finance-texts';
import { draftOfClaim, fieldsOf, inputOf, type ReportBenefit, type ReportDraft, rungsFor } from './report-draft';

/** What the form opens with: an amount to report anew, a benefit, or benefits to choose from. */
export interface ReportRequest {
  claim?: FinanceClaim;
  benefit?: ReportBenefit;
  benefits?: readonly ReportBenefit[];
  rung?: Rung;
  year?: number;
}

type FaultField = 'benefitId' | keyof ReportDraft;
const SENT_FIELDS = [
  'benefitId',
  'year',
  'monthFrom',
  'monthTo',
  'rung',
  'amountMinor',
  'account',
  'costCentre',
  'budgetVersionId',
  'postingRef',
  'accountsRef',
  'evidenceKind',
  'comment',
] as const;

/** Reports an amount that has reached a rung; finance approves it before it counts. Also reports a disputed one anew. */
@Component({
  selector: 'app-report-dialog',
  imports: [Choose, DialogBody, Field, LabelPipe, MoneyInput, Note, UiControl],
  templateUrl: './report-dialog.html',
  styles: `
    .months {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-4);
    }
    .choice {
      margin-top: var(--space-2);
    }
  `,
})
export class ReportDialog {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly format = inject(Format);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<ReportRequest>(DIALOG_DATA);
  protected readonly ui = injectUiText();
  protected readonly t = financeTexts.inject();

  /** What finance said against the amount that is reported anew; null when it was not disputed. */
  protected readonly disputeReason = this.request.claim?.state === 'disputed' ? this.request.claim.reason : null;
  protected readonly benefitId = signal(this.request.claim?.benefitId ?? this.request.benefit?.id ?? null);
  protected readonly draft = signal<ReportDraft>(
    this.request.claim ? draftOfClaim(this.request.claim) : this.emptyDraft(),
  );
  protected readonly busy = signal(false);
  protected readonly faults = signal<Partial<Record<FaultField, string>>>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** What is typed as an amount cannot be read. */
  protected readonly unreadable = signal(false);

  protected readonly kinds = EVIDENCE_KINDS;
  protected readonly kindLabels = EVIDENCE_KIND_LABELS;
  protected readonly rungLabels = RUNG_LABELS;
  protected readonly options = computed(() =>
    (this.request.benefits ?? []).map(({ id, title, initiativeCode }) => ({ id, label: title, hint: initiativeCode })),
  );
  private readonly benefit = computed(
    () => this.request.benefit ?? this.request.benefits?.find(({ id }) => id === this.benefitId()),
  );
  protected readonly title = computed(() => this.request.claim?.benefitTitle ?? this.benefit()?.title ?? '');
  protected readonly rungs = computed(() => rungsFor(this.request.claim?.benefitClass ?? this.benefit()?.class));
  protected readonly fields = computed(() => fieldsOf(this.draft().rung));
  private readonly budgetList = read(budgetRoutes.listBudgetVersions, () =>
    this.fields().budgetVersion ? {} : undefined,
  );
  /** Adopted budgets that speak about the year. */
  protected readonly budgets = computed(() =>
    (this.budgetList.value()?.items ?? []).filter(({ years }) => years.includes(this.draft().year)),
  );
  protected readonly years = computed(() => {
    const { year } = this.draft();
    const now = this.thisYear();
    return [...new Set([now - 1, now, now + 1, now + 2, now + 3, year])].sort();
  });
  protected readonly months = computed(() =>
    Array.from({ length: 12 }, (_, index) => {
      const month = `${this.draft().year}-${String(index + 1).padStart(2, '0')}-01`;
      return { number: index + 1, word: this.format.date(month, 'long-month').replace(/ \d{4}$/, '') };
    }),
  );

  protected choose(id: string | null): void {
    this.benefitId.set(id);
    const benefit = this.benefit();
    this.set({
      account: benefit?.account ?? '',
      costCentre: benefit?.costCentre ?? '',
      rung: this.rungs().find((rung) => rung === this.draft().rung) ?? 'quality_assured',
    });
  }

  protected set(change: Partial<ReportDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected setRung(value: string): void {
    const rung = this.rungs().find((one) => one === value);
    if (rung) this.set({ rung });
  }

  protected setMonth(end: 'monthFrom' | 'monthTo', value: string): void {
    this.set({ [end]: value ? Number(value) : null });
  }

  protected setEvidence(value: string): void {
    this.set({ evidenceKind: EVIDENCE_KINDS.find((one) => one === value) ?? null });
  }

  protected async send(): Promise<void> {
    const [benefitId, draft] = [this.benefitId(), this.draft()];
    const empty = draft.amountMinor === null || draft.amountMinor === '0';
    this.faults.set({
      benefitId: benefitId === null ? this.t('fault.benefit') : undefined,
      amountMinor: empty && !this.unreadable() ? this.t('fault.amount') : undefined,
    });
    if (benefitId === null || empty || this.unreadable()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.save(benefitId, draft);
      this.notices.tell({ text: this.t('report.done', { title: this.title() }) });
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      const prefix = this.request.claim ? '' : 'items/0/';
      this.faults.set(Object.fromEntries(SENT_FIELDS.map((field) => [field, problem.faultOf(`${prefix}${field}`)])));
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private save(benefitId: string, draft: ReportDraft): Promise<unknown> {
    const { claim } = this.request;
    return claim
      ? this.client.call(claimRoutes.changeClaim, {
          params: { id: claim.id },
          ifMatch: claim.version,
          body: inputOf(draft),
        })
      : this.client.call(claimRoutes.reportClaims, { body: { items: [{ benefitId, ...inputOf(draft) }] } });
  }

  private thisYear(): number {
    return Number(this.format.dateOf(new Date()).slice(0, 4));
  }

  private emptyDraft(): ReportDraft {
    const { benefit, rung, year } = this.request;
    return {
      rung: rung ?? 'quality_assured',
      year: year ?? this.thisYear(),
      monthFrom: null,
      monthTo: null,
      amountMinor: null,
      account: benefit?.account ?? '',
      costCentre: benefit?.costCentre ?? '',
      budgetVersionId: null,
      postingRef: '',
      accountsRef: '',
      evidenceKind: null,
      scopeReduction: false,
      comment: '',
    };
  }
}
