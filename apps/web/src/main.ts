import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withXhr } from '@angular/common/http';
import { ErrorHandler, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app/app.routes';
import { provideLanguage } from './app/language/language-providers';
import { Root } from './app/shell/root';
import { navigationFailed, UnexpectedErrors } from './app/shell/unexpected';

bootstrapApplication(Root, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useExisting: UnexpectedErrors },
    // Instead of a <base> element, which the content security policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    // Fetch cannot tell how much of an upload has been sent.
    provideHttpClient(withXhr()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(navigationFailed),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideLanguage(),
  ],
}).catch((error: unknown) => {
  // Nothing is on the screen that could tell it in a better place.
  console.error(error);
  document.body.append('Høst kunne ikke starte. Genindlæs siden. / Høst could not start. Reload the page.');
});
