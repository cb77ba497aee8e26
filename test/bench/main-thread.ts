import type { Browser, Page } from '@playwright/test';

/** Something a person does on the page. */
export interface Action {
  name: string;
  /** What leads up to it and is not measured. */
  before?: () => Promise<void>;
  act: () => Promise<void>;
}

/** What one action cost the page's main thread. */
export interface ActionCost {
  action: string;
  /** Longest task from its start to its end, milliseconds; includes what the machine took for other programs. */
  longestMs: number;
  /** CPU time of the most expensive task, milliseconds. */
  cpuMs: number;
  /** Tasks above the limit a person feels, 50 ms. */
  overLimit: number;
}

export const LIMIT_MS = 50;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Start, microseconds. */
  ts: number;
  dur?: number;
  tdur?: number;
}

const MARK = 'bench: ';

/**
 * Every task of the page's main thread while actions are done, from the browser's own trace: the observer for long tasks that
 * a page has is silent about those below its limit, and one cannot see how near they are.
 */
export async function costsOf(browser: Browser, page: Page, actions: readonly Action[]): Promise<ActionCost[]> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  for (const { name, before, act } of actions) {
    await before?.();
    await page.waitForTimeout(200);
    await page.evaluate(`performance.mark(${JSON.stringify(MARK + name)})`);
    await act();
    await page.evaluate(`new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))`);
    await page.evaluate(`performance.mark(${JSON.stringify(`${MARK}end`)})`);
    await page.waitForTimeout(200);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return costsIn(trace.traceEvents);
}

function costsIn(events: readonly TraceEvent[]): ActionCost[] {
  const marks = events.filter(({ name }) => name.startsWith(MARK)).sort((a, b) => a.ts - b.ts);
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === marks[0]?.pid && tid === marks[0].tid,
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks of the main thread');
  return marks.flatMap((mark, index) => {
    const end = marks[index + 1];
    if (mark.name === `${MARK}end` || !end) return [];
    const during = tasks.filter(({ ts }) => ts > mark.ts && ts < end.ts);
    const longest = (of: (task: TraceEvent) => number) => Math.max(0, ...during.map(of)) / 1_000;
    return [
      {
        action: mark.name.slice(MARK.length),
        longestMs: longest(({ dur }) => dur ?? 0),
        cpuMs: longest(({ tdur }) => tdur ?? 0),
        overLimit: during.filter(({ dur }) => (dur ?? 0) > LIMIT_MS * 1_000).length,
      },
    ];
  });
}
