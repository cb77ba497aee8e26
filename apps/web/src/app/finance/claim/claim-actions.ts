import { inject, Injectable, signal } from '@angular/core';
import { type BodyInputOf, claimRoutes, entryRoutes, type FinanceClaim, type ResponseOf } from '@hoest/contracts';
import { Dialogs } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { Notices } from '../../shell/notices';
import { financeTexts } from '../finance-texts';
import { ReportDialog } from '../report/report-dialog';
import type { ReportRequest } from '../report/report-request';
import { sumOf } from './claim-tests';
import { ClaimWords } from './claim-words';
import { DisputeDialog, type DisputeRequest } from './dispute-dialog';
import { ReasonDialog, type ReasonRequest } from './reason-dialog';
import { ValidateDialog, type ValidateRequest } from './validate-dialog';

export type FinanceEntry = ResponseOf<typeof entryRoutes.listEntries>['items'][number];
export type Decision = BodyInputOf<typeof claimRoutes.validateClaims>['items'][number];
export type Answer = ResponseOf<typeof claimRoutes.validateClaims>['items'][number];

/** What people do with reported amounts: approve, dispute, report anew, take back, reverse. One way from wherever it is offered. */
@Injectable()
export class ClaimActions {
  private readonly client = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly notices = inject(Notices);
  private readonly words = inject(ClaimWords);
  private readonly t = financeTexts.inject();

  /** Why the server refused to decide on an amount, by its id; kept until it is decided or looked at anew. */
  readonly refusals = signal<ReadonlyMap<string, string>>(new Map());

  approve(claims: readonly FinanceClaim[]): void {
    this.dialogs.open<void, ValidateRequest>(ValidateDialog, {
      data: { claims, send: (items) => this.decide(items) },
      width: '720px',
    });
  }

  dispute(claims: readonly FinanceClaim[]): void {
    this.dialogs.open<void, DisputeRequest>(DisputeDialog, {
      data: { claims, send: (items) => this.decide(items) },
      width: '640px',
    });
  }

  report(request: ReportRequest): void {
    this.dialogs.open<number, ReportRequest>(ReportDialog, { data: request, width: '640px' });
  }

  withdraw(claim: FinanceClaim): void {
    this.ask({
      heading: this.t('withdraw.title'),
      what: this.t('withdraw.what', { title: claim.benefitTitle }),
      action: this.t('withdraw.do'),
      run: async (reason) => {
        await this.client.call(claimRoutes.withdrawClaim, {
          params: { id: claim.id },
          ifMatch: claim.version,
          body: { reason },
        });
        this.notices.tell({ text: this.t('withdraw.done', { title: claim.benefitTitle }) });
      },
    });
  }

  /** Asks for an approved amount to be taken back; a second person approves it. */
  reverse(entry: FinanceEntry, title: string): void {
    this.ask({
      heading: this.t('reverse.title'),
      what: this.t('reverse.what', {
        title,
        amount: this.words.withUnit(BigInt(entry.amountMinor), entry.currency),
      }),
      action: this.t('reverse.do'),
      run: async (reason) => {
        await this.client.call(claimRoutes.reverseEntry, { params: { id: entry.id }, body: { reason } });
        this.notices.tell({ text: this.t('reverse.done', { title }) });
      },
    });
  }

  private ask(request: ReasonRequest): void {
    this.dialogs.open<void, ReasonRequest>(ReasonDialog, { data: request });
  }

  /** @throws ApiProblem when none could be decided */
  private async decide(items: Decision[]): Promise<Answer[]> {
    const { items: answers } = await this.client.call(claimRoutes.validateClaims, { body: { items } });
    const refusals = new Map(this.refusals());
    for (const { claimId, problem } of answers) {
      if (problem) refusals.set(claimId, problem.detail);
      else refusals.delete(claimId);
    }
    this.refusals.set(refusals);
    this.tell(answers);
    return answers;
  }

  private tell(answers: readonly Answer[]): void {
    for (const outcome of ['approved', 'disputed'] as const) {
      const claims = answers.flatMap((answer) => (answer.outcome === outcome && answer.claim ? [answer.claim] : []));
      const [first] = claims;
      if (!first) continue;
      this.notices.tell({
        text: this.t(`notice.${outcome}`, {
          n: claims.length,
          amount: this.words.withUnit(sumOf(claims), first.currency),
        }),
      });
    }
  }
}
