import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '../../organisation/session-store';
import { Navigation } from '../../shell/navigation';
import { ScopeLink } from '../../shell/scope-link';
import { administrationTexts } from '../administration-texts';

/** Areas whose objects have a page of their own. */
const PAGES: Readonly<Record<string, string>> = {
  initiative: 'initiatives',
  benefit: 'benefits',
  strategy: 'strategies',
  import: 'imports',
};

/** What a row is about, linked to its page; text alone where it has none or the reader may not see it. */
@Component({
  selector: 'app-object-link',
  imports: [ScopeLink],
  template: `@if (to(); as target) {
      <a class="plain" [scopeLink]="target.address" [params]="target.params">{{ title() || t('untitled') }}</a>
    } @else if (title()) {
      <span>{{ title() }}</span>
    } @else {
      <span class="faint">{{ t('gone') }}</span>
    }`,
  styles: `
    a {
      display: inline-block;
      padding: 2px 0;
      line-height: 20px;
      font-weight: var(--weight-normal);
    }
  `,
})
export class ObjectLink {
  private readonly navigation = inject(Navigation);
  private readonly sessions = inject(SessionStore);
  protected readonly t = administrationTexts.inject();
  readonly kind = input.required<string>();
  readonly id = input.required<string | null>();
  /** What it is called; null when it is gone or has no name. */
  readonly title = input.required<string | null>();
  protected readonly to = computed(() => {
    const [kind, id, title] = [this.kind(), this.id(), this.title()];
    if (id === null || title === null) return undefined;
    const area = PAGES[kind];
    if (area) return this.navigation.has(area) ? { address: [`/${area}`, id], params: {} } : undefined;
    if (kind === 'unit' && this.sessions.may('people.edit'))
      return { address: ['/administration/units'], params: { open: id, unit: null } };
    if (kind === 'person' && this.sessions.may('people.edit'))
      return { address: ['/administration/people'], params: { open: id, q: title, active: 'all', unit: null } };
    if (kind === 'account' && this.sessions.may('access.manage'))
      return { address: ['/administration/access'], params: { open: id, q: title, active: 'all' } };
    return undefined;
  });
}
