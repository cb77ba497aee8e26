import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageFrame } from './page-frame';
import { shellTexts } from './shell-texts';

/** No such page and no access say the same, so that nobody learns what exists. */
@Component({
  selector: 'app-absent-page',
  imports: [PageFrame, RouterLink],
  template: `<app-page [heading]="t('absent.title')" scope="none">
    <div class="prose">
      <p>{{ t('absent.what') }}</p>
      <p>
        <a routerLink="/">{{ t('absent.start') }}</a>
      </p>
    </div>
  </app-page>`,
})
export class AbsentPage {
  protected readonly t = shellTexts.inject();
}
