import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { benefitRoutes, type BenefitSummary, budgetRoutes, claimRoutes } from '@hoest/contracts';
import { RUNG_LABELS } from '@hoest/finance';
import { DialogBody, Field, Format, injectUiText, LabelPipe, MoneyInput, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { read } from '../../api/read';
import { FindBenefit } from '../../fields/find-benefit';
import { Notices } from '../../shell/notices';
import { financeTexts } from '../finance-texts';
import { claimsOf, faultsByItem, type ItemFault } from './claims-of';
import { ReportDetails } from './report-details';
import {
  askedByAll,
  type AskedFields,
  detailsOf,
  draftOfClaim,
  fieldsOf,
  inputOf,
  type ReportDraft,
  rungsFor,
} from './report-draft';
import type { EnteredAmounts, ReportRequest } from './report-request';

type FaultField = 'benefitId' | keyof ReportDraft;
/** Fields that are asked for once, for one amount or for all. */
const DETAIL_FIELDS = ['account', 'budgetVersionId', 'postingRef', 'accountsRef', 'evidenceKind', 'comment'] as const;
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

/**
 * Reports what has reached a rung, one amount or all that were typed into the ledger; finance approves it before it counts. Also
 * reports a disputed one anew. Closes with how many were reported.
 */
@Component({
  selector: 'app-report-dialog',
  imports: [DialogBody, Field, FindBenefit, LabelPipe, MoneyInput, Note, ReportDetails, UiControl],
  templateUrl: './report-dialog.html',
  styles: `
    .months {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-4);
    }
    ul {
      margin-bottom: var(--space-4);
      max-height: 240px;
      overflow-y: auto;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-3);
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    .fault {
      grid-column: 1 / -1;
      color: var(--deviation);
      font-size: var(--text-sm);
    }
  `,
})
export class ReportDialog {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly format = inject(Format);
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
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

  /** Amounts of the ledger, instead of the one the form asks for. */
  protected readonly entered = this.request.entered;
  protected readonly heading = this.entered
    ? this.t('report.entered', { n: this.entered.lines.length })
    : this.t(this.request.claim ? 'report.again' : 'report.open');
  protected readonly sendWords = this.entered
    ? this.t('report.enteredSend', { n: this.entered.lines.length })
    : this.t('report.send');
  /** What is wrong with one amount of the ledger and no field of the dialog can mend, by its place. */
  protected readonly lineFaults = signal<ReadonlyMap<number, string>>(new Map());
  protected readonly rungLabels = RUNG_LABELS;
  private readonly benefit = signal(this.request.benefit);
  protected readonly title = computed(() => this.request.claim?.benefitTitle ?? this.benefit()?.title ?? '');
  protected readonly rungs = computed(() => rungsFor(this.request.claim?.benefitClass ?? this.benefit()?.class));
  /** Which details the rungs ask for. */
  protected readonly asks = computed<AskedFields>(() =>
    this.entered ? askedByAll(this.entered.lines) : fieldsOf(this.draft().rung),
  );
  private readonly budgetList = read(budgetRoutes.listBudgetVersions, () =>
    this.asks().budgetVersion ? {} : undefined,
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

  /** The account stands in the benefit alone, not in the list it was found in. */
  protected async choose(found: BenefitSummary | undefined): Promise<void> {
    if (!found) return;
    this.forget(['benefitId']);
    const { id, title, class: benefitClass, initiativeCode } = found;
    const chosen = { id, title, class: benefitClass, initiativeCode, account: null, costCentre: null };
    this.benefit.set(chosen);
    this.set({
      account: '',
      costCentre: '',
      rung: this.rungs().find((rung) => rung === this.draft().rung) ?? 'quality_assured',
    });
    try {
      const { account, costCentre } = await this.client.call(benefitRoutes.readBenefit, { params: { id } });
      if (this.benefitId() !== id) return;
      this.benefit.set({ ...chosen, account, costCentre });
      if (this.draft().account === '') this.set({ account: account ?? '', costCentre: costCentre ?? '' });
    } catch (problem) {
      // The account can be typed as well.
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  }

  /** Writes fields; what was wrong with them is no longer said. */
  protected set(change: Partial<ReportDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    this.forget(Object.keys(change) as FaultField[]);
  }

  private forget(fields: readonly FaultField[]): void {
    this.faults.update((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([field]) => !fields.some((one) => one === field))),
    );
  }

  protected setRung(value: string): void {
    const rung = this.rungs().find((one) => one === value);
    if (rung) this.set({ rung });
  }

  protected setMonth(end: 'monthFrom' | 'monthTo', value: string): void {
    this.set({ [end]: value ? Number(value) : null });
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    if (!this.entered) return this.sendOne();
    const { lines, priceYear, reported } = this.entered;
    const items = claimsOf(
      lines.map(({ difference }) => difference),
      detailsOf(this.draft()),
      priceYear,
    );
    await this.attempt(async () => {
      await this.client.call(claimRoutes.reportClaims, { body: { items } });
      reported();
      this.ref.close(items.length);
    });
  }

  private async sendOne(): Promise<void> {
    const [benefitId, draft] = [this.benefitId(), this.draft()];
    const empty = draft.amountMinor === null || draft.amountMinor === '0';
    this.faults.set({
      benefitId: benefitId === null ? this.t('fault.benefit') : undefined,
      amountMinor: empty && !this.unreadable() ? this.t('fault.amount') : undefined,
    });
    if (benefitId === null || empty || this.unreadable()) return;
    await this.attempt(async () => {
      await this.save(benefitId, draft);
      this.notices.tell({ text: this.t('report.done', { title: this.title() }) });
      this.ref.close(1);
    });
  }

  private async attempt(report: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await report();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      if (this.entered) this.refuse(this.entered, problem);
      else {
        const prefix = this.request.claim ? '' : 'items/0/';
        this.faults.set(Object.fromEntries(SENT_FIELDS.map((field) => [field, problem.faultOf(`${prefix}${field}`)])));
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** A fault of a detail stands at its field, in whichever amount it was found; any other at its amount. */
  private refuse({ refused }: EnteredAmounts, { problem }: ApiProblem): void {
    const byLine = faultsByItem(problem.errors ?? []);
    const all = [...byLine.values()].flat();
    const isDetail = (field: string) => DETAIL_FIELDS.some((one) => one === field);
    this.faults.set(
      Object.fromEntries(DETAIL_FIELDS.map((one) => [one, all.find(({ field }) => field === one)?.detail])),
    );
    const first = (faults: readonly ItemFault[] | undefined) => faults?.[0]?.detail;
    const texts = (of: (faults: ItemFault[]) => string | undefined) =>
      new Map([...byLine].flatMap(([index, faults]) => (of(faults) ? [[index, of(faults) ?? ''] as const] : [])));
    this.lineFaults.set(texts((faults) => first(faults.filter(({ field }) => !isDetail(field)))));
    refused(texts(first));
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
