import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { IMPORT_KIND_PERMISSIONS, type ImportRecord } from '@hoest/contracts';
import { IMPORT_KINDS } from '@hoest/exchange';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { injectImportWords } from '../import-words';
import { ExampleTables } from '../list/example-tables';
import { StepList } from '../wizard/step-list';
import { FileDrop } from './file-drop';

/** First step of the wizard: choosing the file. With it the import begins to exist and gets its own address. */
@Component({
  selector: 'app-new-import-page',
  imports: [ExampleTables, FileDrop, PageFrame, ScopeLink, StepList],
  template: `<app-page [heading]="t('new.title')" [asOf]="t('new.what')" scope="path">
    <a pagePath scopeLink="/imports">{{ t('list.title') }}</a>
    @if (kinds().length > 1) {
      <nav class="tabs" [attr.aria-label]="t('new.which')">
        @for (one of kinds(); track one) {
          <a scopeLink="/imports/new" [params]="{ kind: one }" [attr.aria-current]="one === shown() ? 'page' : null">{{
            t(one === 'actuals' ? 'new.actuals' : 'new.initiatives')
          }}</a>
        }
      </nav>
    }
    @if (kinds().includes(shown())) {
      <app-step-list current="file" />
      <h2 class="lead">{{ t('new.lead') }}</h2>
      <app-file-drop [kind]="shown()" (taken)="open($event)" />
    } @else {
      <p class="strong">{{ t('list.notAllowed') }}</p>
    }
    <app-example-tables [kind]="shown()" />
  </app-page>`,
  styles: `
    .lead {
      margin: var(--space-6) 0 var(--space-4);
    }
  `,
})
export class NewImportPage {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  protected readonly sessions = inject(SessionStore);
  /** What the address says the file holds. */
  readonly kind = input<string>();

  /** Kinds the person may import. */
  protected readonly kinds = computed(() =>
    IMPORT_KINDS.filter((kind) => this.sessions.may(IMPORT_KIND_PERMISSIONS[kind])),
  );
  protected readonly shown = computed(
    () => IMPORT_KINDS.find((kind) => kind === this.kind()) ?? this.kinds()[0] ?? 'initiatives',
  );
  protected readonly t = injectImportWords(() => this.shown());

  /** In place of this page: going back from the wizard must not lead to an upload that was made already. */
  protected open({ id }: ImportRecord): void {
    void this.router.navigate(['/imports', id], {
      queryParams: { ...this.scope.params(), step: 'reading' },
      replaceUrl: true,
    });
  }
}
