import { Component } from '@angular/core';
import { PageFrame } from './page-frame';
import { shellTexts } from './shell-texts';

@Component({
  selector: 'app-accessibility-page',
  imports: [PageFrame],
  template: `<app-page [heading]="t('foot.accessibility')" scope="none" />`,
})
export class AccessibilityPage {
  protected readonly t = shellTexts.inject();
}
