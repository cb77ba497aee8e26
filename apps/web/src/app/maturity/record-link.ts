import { Component, computed, inject, input } from '@angular/core';
import { Format } from '@hoest/ui';
import { ScopeLink } from '../shell/scope-link';
import { maturityTexts } from './maturity-texts';

export interface RecordTarget {
  kind: 'initiative' | 'benefit' | 'strategy';
  id: string;
}

const PAGES = { initiative: '/initiatives', benefit: '/benefits', strategy: '/strategies' } as const;

/** A record behind a figure, linked to its page; a deleted one is named as such. */
@Component({
  selector: 'app-record-link',
  imports: [ScopeLink],
  template: `@if (to(); as address) {
      <a [scopeLink]="address" [class.plain]="plain()">{{ words() || t('record.untitled') }}</a>
    } @else {
      <span>{{ words() || t('record.deleted') }}</span>
    }`,
  styles: `
    a.plain {
      color: inherit;
      font-weight: inherit;
      text-decoration-color: var(--rule-strong);
    }
  `,
})
export class RecordLink {
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  readonly title = input.required<string | null>();
  readonly target = input.required<RecordTarget | null>();
  /** Whether it is written as the text around it and underlined on hover only, as in tables. */
  readonly plain = input(false);
  /** A measurement that is due is named by its benefit and the last day of its period. */
  protected readonly words = computed(() =>
    this.title()?.replace(/\d{4}-\d{2}-\d{2}$/, (date) => this.format.date(date)),
  );
  protected readonly to = computed(() => {
    const target = this.target();
    return target && [PAGES[target.kind], target.id];
  });
}
