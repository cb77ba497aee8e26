import type { MapNode, MapNodeKind } from '@hoest/benefits';
import type { BenefitMap, BrokenAssumption, MapLink } from '@hoest/contracts';

/** A node as graph and list draw it, whatever it is. */
export interface DrawnNode extends MapNode {
  title: string;
  /** Code and title of the initiative it comes from, where that is another one; the code of a goal. */
  origin: string | null;
  /** Broken assumptions it rests on. */
  broken: readonly BrokenAssumption[];
}

/** A link with its two nodes. */
export interface DrawnLink {
  link: MapLink;
  from: DrawnNode;
  to: DrawnNode;
}

/**
 * The nodes of a map, column by column, each in the order of the answer. A goal serves many initiatives: it is flagged for
 * what broke on a way that this map shows, not for every other initiative's.
 */
export function nodesOf(map: BenefitMap): DrawnNode[] {
  const shown = new Set([
    ...map.links.flatMap(({ assumptions }) => assumptions.map(({ id }) => id)),
    ...map.behindBroken.flatMap(({ node, assumptions }) =>
      node.kind === 'goal' ? [] : assumptions.map(({ id }) => id),
    ),
  ]);
  const broken = new Map(
    map.behindBroken.map(({ node, assumptions }) => [node.id, assumptions.filter(({ id }) => shown.has(id))]),
  );
  const drawn = (kind: MapNodeKind, id: string, title: string, initiativeId: string | null, origin: string | null) => ({
    kind,
    id,
    title,
    initiativeId,
    origin,
    broken: broken.get(id) ?? [],
  });
  return [
    ...map.enablers.map(({ id, title, initiativeId }) => drawn('enabler', id, title, initiativeId, null)),
    ...map.changeActivities.map(({ id, title, initiativeId }) =>
      drawn('change_activity', id, title, initiativeId, null),
    ),
    ...map.benefits.map(({ id, title, initiativeId, initiativeCode, initiativeTitle }) =>
      drawn(
        'benefit',
        id,
        title,
        initiativeId,
        initiativeId === map.subject.id ? null : `${initiativeCode} ${initiativeTitle}`,
      ),
    ),
    ...map.goals.map(({ id, title, code }) => drawn('goal', id, title, null, code)),
  ];
}

/** The links whose ends are both on the map. */
export function linksOf(map: BenefitMap, nodes: readonly DrawnNode[]): DrawnLink[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return map.links.flatMap((link) => {
    const [from, to] = [byId.get(link.from.id), byId.get(link.to.id)];
    return from && to ? [{ link, from, to }] : [];
  });
}
