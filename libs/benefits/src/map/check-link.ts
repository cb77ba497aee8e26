import { type MapArrow, type MapNode, pathBetween } from './graph';
import type { MapNodeKind } from './value-lists';

/** What each kind may lead to. Source: domain rules, section 3; the map reads from left to right. */
const LEADS_TO: Record<MapNodeKind, readonly MapNodeKind[]> = {
  enabler: ['change_activity', 'benefit'],
  change_activity: ['benefit'],
  benefit: ['benefit', 'goal'],
  goal: [],
};

/** Kinds a node of this kind may lead to, in the order of the columns. */
export function mayLeadTo(kind: MapNodeKind): readonly MapNodeKind[] {
  return LEADS_TO[kind];
}

export type LinkCheck =
  | { kind: 'allowed' }
  /** The kinds do not fit: an activity does not lead to a goal, nothing leads to an enabler. */
  | { kind: 'kinds-do-not-fit' }
  /** Enablers and activities serve the benefits of their own initiative; across initiatives benefits contribute to benefits. */
  | { kind: 'other-initiative' }
  | { kind: 'duplicate' }
  /** The arrow would lead back to where it starts; `path` runs along the present arrows from its end to its start. */
  | { kind: 'cycle'; path: string[] };

/**
 * Whether an arrow may be added to a map; `arrows` must hold at least every present arrow between benefits that the end
 * leads on to. Only benefits can lead to their own kind, so only they can go round in a circle; a node to itself is the
 * shortest circle.
 */
export function checkLink(from: MapNode, to: MapNode, arrows: readonly MapArrow[]): LinkCheck {
  if (!LEADS_TO[from.kind].includes(to.kind)) return { kind: 'kinds-do-not-fit' };
  if (from.kind !== 'benefit' && from.initiativeId !== to.initiativeId) return { kind: 'other-initiative' };
  if (arrows.some((arrow) => arrow.from === from.id && arrow.to === to.id)) return { kind: 'duplicate' };
  const path = pathBetween(arrows, to.id, from.id);
  return path ? { kind: 'cycle', path } : { kind: 'allowed' };
}
