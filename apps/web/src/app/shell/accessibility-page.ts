import { Component } from '@angular/core';
import { PageFrame } from './page-frame';
import { accessibilityTexts } from './shell-texts';

/** The accessibility statement; public, because nobody should have to sign in to read it. */
@Component({
  selector: 'app-accessibility-page',
  imports: [PageFrame],
  template: `<app-page [heading]="t('title')" [asOf]="t('asOf')" scope="none">
    <div class="prose">
      <p>{{ t('intro') }}</p>
      <h2>{{ t('standard.title') }}</h2>
      <p>{{ t('standard.what') }}</p>
      <p>{{ t('standard.law') }}</p>
      <h2>{{ t('does.title') }}</h2>
      <ul>
        <li>{{ t('does.keyboard') }}</li>
        <li>{{ t('does.charts') }}</li>
        <li>{{ t('does.colour') }}</li>
        <li>{{ t('does.zoom') }}</li>
        <li>{{ t('does.motion') }}</li>
        <li>{{ t('does.forms') }}</li>
      </ul>
      <h2>{{ t('limits.title') }}</h2>
      <ul>
        <li>{{ t('limits.files') }}</li>
        <li>{{ t('limits.calendar') }}</li>
        <li>{{ t('limits.drag') }}</li>
      </ul>
      <h2>{{ t('tested.title') }}</h2>
      <p>{{ t('tested.what') }}</p>
      <h2>{{ t('contact.title') }}</h2>
      <p>{{ t('contact.what') }}</p>
    </div>
  </app-page>`,
})
export class AccessibilityPage {
  protected readonly t = accessibilityTexts.inject();
}
