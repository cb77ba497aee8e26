import { arrowsFrom, type MapArrow } from './graph';
import type { AssumptionStatus } from './value-lists';

/** An arrow with the weakest status of its assumptions; null when it has none. */
export interface JudgedArrow extends MapArrow {
  id: string;
  status: AssumptionStatus | null;
}

/**
 * The nodes that rest on a broken assumption: everything an arrow with a broken assumption leads to, however far, its end
 * included and its start not. Each with the ids of the broken arrows before it, sorted; nodes that rest on none are left
 * out. Whether a link is required changes nothing: what the plan says leads there is part of the plan. Ends also where
 * arrows go round in a circle.
 */
export function behindBroken(arrows: readonly JudgedArrow[]): Map<string, string[]> {
  const next = arrowsFrom(arrows);
  const causes = new Map<string, Set<string>>();
  for (const broken of arrows) {
    if (broken.status !== 'broken') continue;
    const seen = new Set<string>();
    const waiting = [broken.to];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const found = causes.get(at) ?? new Set();
      causes.set(at, found.add(broken.id));
      waiting.push(...(next.get(at) ?? []));
    }
  }
  return new Map([...causes].map(([node, ids]) => [node, [...ids].sort()]));
}
