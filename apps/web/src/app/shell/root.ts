import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Preferences } from './preferences';

/** The outermost element; the frame around pages is a route, so that the sign-in page can do without. */
@Component({ selector: 'app-root', imports: [RouterOutlet], template: `<router-outlet />` })
export class Root {
  constructor() {
    inject(Preferences);
  }
}
