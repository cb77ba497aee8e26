import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { ImportRecord } from '@hoest/contracts';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { exchangeTexts } from '../exchange-texts';
import { ExampleTables } from '../list/example-tables';
import { StepList } from '../wizard/step-list';
import { FileDrop } from './file-drop';

/** First step of the wizard: choosing the file. With it the import begins to exist and gets its own address. */
@Component({
  selector: 'app-new-import-page',
  imports: [ExampleTables, FileDrop, PageFrame, ScopeLink, StepList],
  template: `<app-page [heading]="t('new.title')" [asOf]="t('new.what')" scope="path">
    <a pagePath scopeLink="/imports">{{ t('list.title') }}</a>
    @if (sessions.may('import.run')) {
      <app-step-list current="file" />
      <h2 class="lead">{{ t('new.lead') }}</h2>
      <app-file-drop (taken)="open($event)" />
    } @else {
      <p class="strong">{{ t('list.notAllowed') }}</p>
    }
    <app-example-tables />
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
  protected readonly t = exchangeTexts.inject();

  /** In place of this page: going back from the wizard must not lead to an upload that was made already. */
  protected open({ id }: ImportRecord): void {
    void this.router.navigate(['/imports', id], {
      queryParams: { ...this.scope.params(), step: 'reading' },
      replaceUrl: true,
    });
  }
}
