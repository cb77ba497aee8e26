import { DestroyRef, ElementRef, inject, type Signal, signal } from '@angular/core';

/**
 * Width of the component's element in whole pixels, following every change (injection context). Charts draw for it, so
 * that texts keep their size. `assumed` holds until the element is laid out, and where nothing is ever laid out (tests).
 */
export function elementWidth(assumed = 640): Signal<number> {
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const width = signal(assumed);
  if (typeof ResizeObserver === 'function') {
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.floor(entry?.contentRect.width ?? 0);
      if (found > 0) width.set(found);
    });
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
  return width.asReadonly();
}
