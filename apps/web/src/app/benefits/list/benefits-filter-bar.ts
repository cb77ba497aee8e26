import { Component, computed, effect, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import {
  BENEFICIARIES,
  BENEFICIARY_LABELS,
  BENEFIT_CLASS_LABELS,
  BENEFIT_CLASSES,
  BENEFIT_STATE_LABELS,
  BENEFIT_STATES,
} from '@hoest/benefits';
import type { Label } from '@hoest/quantities';
import { CheckList, FilterChip, Icon, type Option, UiLocale } from '@hoest/ui';
import { People } from '../../organisation/people';
import { SessionStore } from '../../organisation/session-store';
import { benefitsTexts } from '../benefits-texts';
import { BENEFIT_SORTS, type BenefitSort, type BenefitView, type FilterName, without } from './benefit-filters';

const SEARCH_AFTER_MS = 250;

/** Search, filters as chips, and order of the list of benefits. */
@Component({
  selector: 'app-benefits-filter-bar',
  imports: [CheckList, FilterChip, Icon],
  templateUrl: './benefits-filter-bar.html',
  styles: `
    :host {
      display: block;
    }
    .find {
      flex: 0 1 260px;
      padding-left: 10px;
    }
    .find ui-icon {
      color: var(--ink-3);
    }
    select.input {
      width: auto;
    }
    .pick {
      display: grid;
      padding: var(--space-1) 0;
    }
    .pick button {
      min-height: 32px;
      padding: 0 14px;
      border: 0;
      background: none;
      text-align: left;
      cursor: pointer;
    }
    .pick button:hover {
      background: var(--surface-hover);
    }
    @media (max-width: 720px) {
      .find {
        flex-basis: 100%;
      }
    }
  `,
})
export class BenefitsFilterBar {
  private readonly locale = inject(UiLocale);
  private readonly sessions = inject(SessionStore);
  private readonly people = inject(People);
  protected readonly t = benefitsTexts.inject();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('search');

  readonly view = input.required<BenefitView>();
  readonly changed = output<BenefitView>();
  protected readonly sorts = BENEFIT_SORTS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly listed = computed(() => [
    { name: 'state' as const, options: this.optionsOf(BENEFIT_STATES, BENEFIT_STATE_LABELS) },
    { name: 'class' as const, options: this.optionsOf(BENEFIT_CLASSES, BENEFIT_CLASS_LABELS) },
    { name: 'beneficiary' as const, options: this.optionsOf(BENEFICIARIES, BENEFICIARY_LABELS) },
  ]);

  constructor() {
    // A name is needed only for somebody else's benefits, which a shared link may show.
    effect(() => {
      const me = this.sessions.person()?.id;
      const { ownerId, measurerId } = this.view().filters;
      if ([...(ownerId ?? []), ...(measurerId ?? [])].some((id) => id !== me)) void this.people.load();
    });
    effect(() => {
      const { nativeElement } = this.field();
      const { q } = this.view();
      if (nativeElement !== nativeElement.ownerDocument.activeElement) nativeElement.value = q;
    });
  }

  protected chosen(name: FilterName): readonly string[] {
    return this.view().filters[name] ?? [];
  }

  protected wordsOf(name: FilterName, options: readonly Option[]): string {
    const chosen = this.chosen(name);
    return options
      .filter(({ id }) => chosen.includes(id))
      .map(({ label }) => label.toLowerCase())
      .join(', ');
  }

  protected overdueWords(): string {
    const [chosen] = this.chosen('overdue');
    if (chosen === undefined) return '';
    return this.t(chosen === 'true' ? 'overdueIs.true' : 'overdueIs.false');
  }

  /** Whose benefits are shown: "mig" or the person's name. */
  protected person(name: 'ownerId' | 'measurerId'): string {
    const me = this.sessions.person()?.id;
    return this.chosen(name)
      .map((id) => (id === me ? this.t('filter.me') : (this.people.nameOf(id) ?? '…')))
      .join(', ');
  }

  protected mine(name: 'ownerId' | 'measurerId'): void {
    const me = this.sessions.person()?.id;
    if (me) this.set(name, [me]);
  }

  protected set(name: FilterName, values: readonly string[]): void {
    const view = without(this.view(), name);
    this.changed.emit(values.length === 0 ? view : { ...view, filters: { ...view.filters, [name]: values } });
  }

  protected find(q: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.emit({ ...this.view(), q: q.trim() }), SEARCH_AFTER_MS);
  }

  protected sort(text: string): void {
    const sort = BENEFIT_SORTS.find((one) => one === text.replace(/^-/, '')) ?? 'title';
    this.changed.emit({ ...this.view(), sort: sort satisfies BenefitSort, descending: text.startsWith('-') });
  }

  private optionsOf<Value extends string>(values: readonly Value[], labels: Record<Value, Label>): Option[] {
    return values.map((id) => ({ id, label: this.locale.label(labels[id]) }));
  }
}
