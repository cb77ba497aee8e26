import { Component, computed, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { MatchingRule } from '@hoest/contracts';
import { addMonths } from '@hoest/quantities';
import { Format } from '@hoest/ui';
import { ShowAll } from '../../overview/public';
import { ScopeLink } from '../../shell/scope-link';
import { actualsTexts } from './actuals-texts';
import type { ActualsStore } from './actuals-store';

type Rules = NonNullable<ReturnType<ActualsStore['rules']['value']>>;

/** Remembered rules, then the benefits' own accounts: everything a line is matched by. Own accounts without lines only when asked for. */
@Component({
  selector: 'app-rules-list',
  imports: [ScopeLink, ShowAll],
  template: `<table class="data stackable" id="rules-rows">
      <thead>
        <tr>
          <th scope="col">{{ t('column.account') }}</th>
          <th scope="col">{{ t('column.costCentre') }}</th>
          <th scope="col">{{ t('column.benefit') }}</th>
          <th scope="col">{{ t('column.holds') }}</th>
          <th scope="col">{{ t('column.by') }}</th>
          <th scope="col" class="num">{{ t('column.lines') }}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.key) {
          <tr class="top">
            <th scope="row" class="full strong">{{ row.account }}</th>
            <td [attr.data-label]="t('column.costCentre')">{{ row.costCentre }}</td>
            <td class="full">
              <a class="plain" [scopeLink]="['/benefits', row.benefitId]">{{ row.benefitTitle }}</a>
            </td>
            <td [attr.data-label]="t('column.holds')">{{ row.holds }}</td>
            <td class="sub">{{ row.by }}</td>
            <td class="num" [attr.data-label]="t('column.lines')">{{ row.lines }}</td>
            <td class="num">
              @if (mayMatch() && row.rule; as rule) {
                <span class="actions">
                  <button
                    type="button"
                    class="link"
                    [attr.aria-label]="t('rules.changeNamed', { account: row.account })"
                    (click)="edit.emit(rule)"
                  >
                    {{ t('rules.change') }}
                  </button>
                  <button
                    type="button"
                    class="link"
                    [attr.aria-label]="t('rules.forgetNamed', { account: row.account })"
                    (click)="forget.emit(rule)"
                  >
                    {{ t('rules.forget') }}
                  </button>
                </span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (unused() > 0) {
      <p class="print-hidden">
        <app-show-all
          name="rules"
          controls="rules-rows"
          [all]="all()"
          [more]="t('rules.showUnused', { n: unused() })"
          [fewer]="t('rules.hideUnused')"
        />
      </p>
    }`,
  styles: `
    :host {
      display: block;
    }
    .actions {
      justify-content: flex-end;
    }
  `,
})
export class RulesList {
  private readonly format = inject(Format);
  protected readonly t = actualsTexts.inject();
  readonly rules = input.required<Rules>();
  readonly mayMatch = input.required<boolean>();
  readonly edit = output<MatchingRule>();
  readonly forget = output<MatchingRule>();

  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** Whether benefits' own accounts that nothing was booked on are shown, too. */
  protected readonly all = computed(() => this.params().get('rules') === 'all');
  protected readonly unused = computed(() => this.rules().own.filter(({ lines }) => lines === 0).length);

  protected readonly rows = computed(() => {
    const { items, own } = this.rules();
    const anywhere = this.t('everyCentre');
    const remembered = items.map((rule) => ({
      ...rule,
      key: rule.id,
      rule: rule as MatchingRule | undefined,
      account: rule.match === 'prefix' ? this.t('beginsWith', { account: rule.account }) : rule.account,
      costCentre: rule.costCentre ?? anywhere,
      holds: this.holds(rule),
      by: rule.createdByName ?? '',
    }));
    const ownAccounts = own
      .filter(({ lines }) => lines > 0 || this.all())
      .map((rule) => ({
        ...rule,
        key: rule.benefitId,
        rule: undefined,
        costCentre: rule.costCentre ?? anywhere,
        holds: this.t('holds.always'),
        by: this.t('ownAccount'),
      }));
    return [...remembered, ...ownAccounts];
  });

  /** "altid", "fra jan. 2026", "til og med dec. 2026". */
  private holds({ validFrom, validTo }: MatchingRule): string {
    const from = validFrom && this.format.date(validFrom, 'month');
    const last = validTo && this.format.date(addMonths(validTo, -1), 'month');
    if (from && last) return `${from} – ${last}`;
    if (from) return this.t('holds.from', { month: from });
    return last ? this.t('holds.to', { month: last }) : this.t('holds.always');
  }
}
