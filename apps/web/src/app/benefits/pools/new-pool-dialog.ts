import { DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { poolRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, injectUiText, MoneyInput, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { benefitsTexts } from '../benefits-texts';

/** Adds a pool by what it must say; the rest is written on its own page, which opens. */
@Component({
  selector: 'app-new-pool-dialog',
  imports: [DateInput, DialogBody, Field, MoneyInput, Note, UiControl],
  template: `<ui-dialog [heading]="t('pools.add')">
    <p class="muted">{{ t('pool.what') }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <ui-field
      layout="top"
      [label]="t('pool.name')"
      [required]="true"
      [hint]="t('pool.name.hint')"
      [error]="faults().name"
    >
      <input #name uiControl class="input" maxlength="200" autocomplete="off" />
    </ui-field>
    <ui-field
      layout="top"
      [label]="t('pool.removable')"
      [required]="true"
      [hint]="t('pool.removable.hint')"
      [error]="faults().removable"
    >
      <ui-money-input [(value)]="removable" />
    </ui-field>
    <ui-field layout="top" [label]="t('pool.from')" [required]="true" [error]="faults().from">
      <ui-date-input [(value)]="from" />
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="add()">
        {{ busy() ? ui('saving') : t('pools.add') }}
      </button>
    </div>
  </ui-dialog>`,
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
  `,
  host: { '(keydown.control.enter)': 'add()' },
})
export class NewPoolDialog {
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly t = benefitsTexts.inject();
  protected readonly ui = injectUiText();
  private readonly name = viewChild.required<ElementRef<HTMLInputElement>>('name');
  protected readonly removable = signal<string | null>(null);
  protected readonly from = signal<CalendarDate | null>(null);
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ name?: string; removable?: string; from?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async add(): Promise<void> {
    const name = this.name().nativeElement.value.trim();
    const [removablePerMonthMinor, periodFrom] = [this.removable(), this.from()];
    this.faults.set({
      name: name ? undefined : this.t('pool.fault.name'),
      removable: removablePerMonthMinor === null ? this.t('pool.fault.removable') : undefined,
      from: periodFrom === null ? this.t('pool.fault.from') : undefined,
    });
    if (this.busy() || !name || removablePerMonthMinor === null || periodFrom === null) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const pool = await this.client.call(poolRoutes.createPool, {
        body: { name, removablePerMonthMinor, periodFrom },
      });
      this.ref.close();
      await this.router.navigate(['/benefits/pools', pool.id], { queryParamsHandling: 'preserve' });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({
        name: problem.faultOf('name'),
        removable: problem.faultOf('removablePerMonthMinor'),
        from: problem.faultOf('periodFrom'),
      });
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
