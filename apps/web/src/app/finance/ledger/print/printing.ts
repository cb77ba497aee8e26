import { ApplicationRef, DestroyRef, DOCUMENT, inject, type Signal, signal } from '@angular/core';

/**
 * Whether the page is on its way to paper (injection context). What follows it is drawn before the browser takes its picture:
 * the change is rendered at once, not with the next frame.
 */
export function printing(): Signal<boolean> {
  const [view, application] = [inject(DOCUMENT).defaultView, inject(ApplicationRef)];
  const is = signal(false);
  const media = view?.matchMedia?.('print');
  const set = (now: boolean) => {
    if (is() === now) return;
    is.set(now);
    application.tick();
  };
  const [before, after] = [() => set(true), () => set(false)];
  const change = (event: MediaQueryListEvent) => set(event.matches);
  view?.addEventListener('beforeprint', before);
  view?.addEventListener('afterprint', after);
  media?.addEventListener('change', change);
  inject(DestroyRef).onDestroy(() => {
    view?.removeEventListener('beforeprint', before);
    view?.removeEventListener('afterprint', after);
    media?.removeEventListener('change', change);
  });
  return is.asReadonly();
}
