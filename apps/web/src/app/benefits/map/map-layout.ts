import { graphlib, layout } from '@dagrejs/dagre';
import { mapRanks } from '@hoest/benefits';
import type { DrawnLink, DrawnNode } from './map-nodes';

/** Pixels; the gap takes the mark and word of a link, the node the longest Danish compounds at 14 px. */
const GAP = 92;
const NODE = { least: 176, most: 236 };
const ROW_GAP = 18;
/** Room above the nodes for the heading of the column. */
export const HEAD = 40;
/** Least distance between two marks in one gap. */
const MARK_STEP = 22;

export interface PlacedNode {
  node: DrawnNode;
  x: number;
  y: number;
  /** Middle, where arrows begin and end. */
  middle: number;
  rank: number;
}

export interface PlacedLink {
  drawn: DrawnLink;
  /** The `d` of its path. */
  path: string;
  /** Where its mark stands: the middle of the first gap it crosses. */
  mark: { x: number; y: number };
}

export interface MapLayout {
  nodeWidth: number;
  width: number;
  height: number;
  /** Left edge and width of the four headings, in the order of the kinds. */
  columns: { x: number; width: number }[];
  nodes: PlacedNode[];
  links: PlacedLink[];
}

/**
 * Places nodes and arrows: the columns follow the rules of the map, the order inside them and the way of long arrows come
 * from a layered layout that keeps crossings few. Heights are measured, because a title is never cut.
 * @param width what there is; the map is wider where its columns need it
 */
export function layoutMap(
  nodes: readonly DrawnNode[],
  links: readonly DrawnLink[],
  heightOf: (id: string) => number,
  width: number,
): MapLayout {
  const { rankOf, benefitColumns } = mapRanks(
    nodes,
    links.map(({ from, to }) => ({ from: from.id, to: to.id })),
  );
  const count = benefitColumns + 3;
  const fitting = Math.floor((width - (count - 1) * GAP) / count);
  const nodeWidth = Math.min(NODE.most, Math.max(NODE.least, fitting));
  const left = (rank: number) => rank * (nodeWidth + GAP);

  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranker: 'none', nodesep: ROW_GAP, edgesep: ROW_GAP, ranksep: GAP });
  // Ranks are given, at twice their number: the layout makes room for labels between them.
  for (const { id } of nodes)
    graph.setNode(id, { width: nodeWidth, height: heightOf(id), rank: 2 * (rankOf.get(id) ?? 0) });
  for (const { link, from, to } of links) graph.setEdge(from.id, to.id, {}, link.id);
  layout(graph);

  const placed = nodes.map((node): PlacedNode => {
    const { y } = graph.node(node.id) as { y: number };
    const rank = rankOf.get(node.id) ?? 0;
    return { node, rank, x: left(rank), y: HEAD + y - heightOf(node.id) / 2, middle: HEAD + y };
  });
  const byId = new Map(placed.map((node) => [node.node.id, node]));
  const arrows = links.flatMap((drawn) => {
    const [from, to] = [byId.get(drawn.from.id), byId.get(drawn.to.id)];
    if (!from || !to) return [];
    const { points } = graph.edge(drawn.from.id, drawn.to.id, drawn.link.id) as { points: { x: number; y: number }[] };
    return [linkOf(drawn, from, to, points, nodeWidth)];
  });
  const bottom = Math.max(HEAD, ...placed.map(({ node, y }) => y + heightOf(node.id)));
  const column = (first: number, ranks: number) => ({ x: left(first), width: left(ranks) - GAP });
  return {
    nodeWidth,
    width: left(count) - GAP,
    height: bottom + ROW_GAP,
    columns: [column(0, 1), column(1, 1), column(2, benefitColumns), column(2 + benefitColumns, 1)],
    nodes: placed,
    links: apart(arrows),
  };
}

/** An arrow from the right of one node to the left of another; through every column between them it runs level. */
function linkOf(
  drawn: DrawnLink,
  from: PlacedNode,
  to: PlacedNode,
  points: readonly { x: number; y: number }[],
  nodeWidth: number,
): PlacedLink {
  const start = { x: from.x + nodeWidth, y: from.middle };
  const end = { x: to.x, y: to.middle };
  const between = to.rank - from.rank - 1;
  const [first, last] = [points[0], points.at(-1)];
  const stops: { x: number; y: number }[] = [];
  for (let step = 1; step <= between && first && last; step += 1) {
    const share = step / (between + 1);
    const y = HEAD + heightAt(points, first.x + (last.x - first.x) * share);
    const x = from.x + step * (nodeWidth + GAP);
    stops.push({ x, y }, { x: x + nodeWidth, y });
  }
  const all = [start, ...stops, end];
  const parts = all.slice(1).map((point, at) => {
    const before = all[at] ?? start;
    if (point.y === before.y) return `L${round(point.x)} ${round(point.y)}`;
    const turn = round((before.x + point.x) / 2);
    return `C${turn} ${round(before.y)} ${turn} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
  });
  const next = all[1] ?? end;
  return {
    drawn,
    path: `M${round(start.x)} ${round(start.y)}${parts.join('')}`,
    mark: { x: (start.x + next.x) / 2, y: (start.y + next.y) / 2 },
  };
}

/** Where the bent line of the layout is at some distance. */
function heightAt(points: readonly { x: number; y: number }[], x: number): number {
  for (let at = 1; at < points.length; at += 1) {
    const [before, after] = [points[at - 1], points[at]];
    if (!before || !after || x > after.x) continue;
    const share = after.x === before.x ? 0 : (x - before.x) / (after.x - before.x);
    return before.y + (after.y - before.y) * share;
  }
  return points.at(-1)?.y ?? 0;
}

/** Marks of one gap never lie on each other. */
function apart(links: readonly PlacedLink[]): PlacedLink[] {
  const lowest = new Map<number, number>();
  return [...links]
    .sort((a, b) => a.mark.y - b.mark.y)
    .map((link) => {
      if (!link.drawn.link.status || link.drawn.link.status === 'holds') return link;
      const y = Math.max(link.mark.y, (lowest.get(link.mark.x) ?? -MARK_STEP) + MARK_STEP);
      lowest.set(link.mark.x, y);
      return { ...link, mark: { ...link.mark, y } };
    });
}

const round = (value: number) => Math.round(value * 10) / 10;

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * The node an arrow key goes to: left and right follow the links, to the nearest in height; up and down go through the
 * column. Undefined where there is none.
 */
export function neighbourOf(map: MapLayout, id: string, key: Direction): string | undefined {
  const here = map.nodes.find(({ node }) => node.id === id);
  if (!here) return undefined;
  const nearest = (ids: readonly string[]) =>
    map.nodes
      .filter(({ node }) => ids.includes(node.id))
      .sort((a, b) => Math.abs(a.middle - here.middle) - Math.abs(b.middle - here.middle))[0]?.node.id;
  if (key === 'ArrowRight')
    return nearest(map.links.flatMap(({ drawn }) => (drawn.from.id === id ? [drawn.to.id] : [])));
  if (key === 'ArrowLeft')
    return nearest(map.links.flatMap(({ drawn }) => (drawn.to.id === id ? [drawn.from.id] : [])));
  const column = map.nodes.filter(({ rank }) => rank === here.rank).sort((a, b) => a.y - b.y);
  return column[column.indexOf(here) + (key === 'ArrowDown' ? 1 : -1)]?.node.id;
}
