import { ASSUMPTION_STATUSES, type AssumptionStatus, type MapNodeKind } from './value-lists';

/** A node of the map. Ids are unique across kinds. */
export interface MapNode {
  kind: MapNodeKind;
  id: string;
  /** Initiative the node belongs to; null for a goal, which belongs to a strategy. */
  initiativeId: string | null;
}

/** One arrow of the map, by the ids of its ends. */
export interface MapArrow {
  from: string;
  to: string;
}

/** Weakest status of a link's assumptions; null when it has none. */
export function weakestStatus(statuses: readonly AssumptionStatus[]): AssumptionStatus | null {
  return ASSUMPTION_STATUSES.findLast((status) => statuses.includes(status)) ?? null;
}

/** Ids each node leads to, one step on. */
export function arrowsFrom(arrows: readonly MapArrow[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    const found = next.get(from);
    if (found) found.push(to);
    else next.set(from, [to]);
  }
  return next;
}

/**
 * The shortest way along the arrows, both ends included; undefined when there is none. A node reaches itself in no step.
 */
export function pathBetween(arrows: readonly MapArrow[], from: string, to: string): string[] | undefined {
  const next = arrowsFrom(arrows);
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const waiting = [from];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at === to) {
      const path: string[] = [];
      for (let step: string | null = at; step !== null; step = cameFrom.get(step) ?? null) path.unshift(step);
      return path;
    }
    for (const one of next.get(at) ?? []) {
      if (cameFrom.has(one)) continue;
      cameFrom.set(one, at);
      waiting.push(one);
    }
  }
  return undefined;
}
