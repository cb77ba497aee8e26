import { Component, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Preferences } from './preferences';
import { UnexpectedNote } from './unexpected-note';

/** The outermost element; the frame around pages is a route, so that the sign-in page can do without. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, UnexpectedNote],
  template: `<router-outlet (activate)="anyPage.set(true)" />
    @if (!anyPage()) {
      <main><app-unexpected-note /></main>
    }`,
})
export class Root {
  /** Whether a page has been shown; when the very first one fails there is no frame to say so. */
  protected readonly anyPage = signal(false);

  constructor() {
    inject(Preferences);
  }
}
