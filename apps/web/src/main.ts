import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app/app.routes';
import { provideLanguage } from './app/language/language-providers';
import { Root } from './app/shell/root';

bootstrapApplication(Root, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Instead of a <base> element, which the content security policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideHttpClient(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideLanguage(),
  ],
}).catch((error: unknown) => {
  // Nothing is on the screen that could tell it in a better place.
  console.error(error);
  document.body.append('Høst kunne ikke starte. Genindlæs siden. / Høst could not start. Reload the page.');
});
