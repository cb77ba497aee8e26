import { DOCUMENT, inject, Service, signal } from '@angular/core';

export const GUIDE_STEPS = ['register', 'curve', 'measure', 'import', 'maturity'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

interface Remembered {
  hidden: boolean;
  done: GuideStep[];
}

const KEY = 'hoest.guide';

/** Which steps of the guided path were taken and whether it was put away; by person's id in this browser, without a name. */
@Service()
export class GuideMemory {
  private readonly document = inject(DOCUMENT);
  private readonly everyone = signal(this.restore());

  of(personId: string): Remembered {
    return this.everyone()[personId] ?? { hidden: false, done: [] };
  }

  take(personId: string, step: GuideStep): void {
    const { hidden, done } = this.of(personId);
    if (!done.includes(step)) this.keep(personId, { hidden, done: [...done, step] });
  }

  hide(personId: string, hidden: boolean): void {
    this.keep(personId, { ...this.of(personId), hidden });
  }

  private keep(personId: string, remembered: Remembered): void {
    this.everyone.update((all) => ({ ...all, [personId]: remembered }));
    try {
      this.document.defaultView?.localStorage.setItem(KEY, JSON.stringify(this.everyone()));
    } catch {
      // Without storage it is remembered as long as the tab.
    }
  }

  private restore(): Record<string, Remembered> {
    try {
      const found = JSON.parse(this.document.defaultView?.localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
      return Object.fromEntries(Object.entries(found).map(([id, entry]) => [id, remembered(entry)]));
    } catch {
      // Storage that is switched off or holds something else means: nothing taken yet.
      return {};
    }
  }
}

/** What storage says about one person; anything unknown is left out. */
function remembered(entry: unknown): Remembered {
  const { hidden, done } = (entry ?? {}) as { hidden?: unknown; done?: unknown };
  return { hidden: hidden === true, done: GUIDE_STEPS.filter((step) => Array.isArray(done) && done.includes(step)) };
}
