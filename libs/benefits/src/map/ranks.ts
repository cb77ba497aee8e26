import type { MapArrow, MapNode } from './graph';

export interface MapRanks {
  /** Column of each node, from 0. */
  rankOf: ReadonlyMap<string, number>;
  /** How many columns the benefits take: 1, or more where benefits contribute to benefits. */
  benefitColumns: number;
}

/**
 * Which column each node stands in: enablers 0, change activities 1, benefits from 2 on – a benefit right of every benefit
 * that contributes to it –, goals in the one after the last benefit. Every arrow allowed on a map runs to a higher rank.
 * Columns without nodes keep their place, so that the four headings always stand alike. The order of nodes and arrows does
 * not matter; arrows of unknown nodes are ignored.
 */
export function mapRanks(nodes: readonly MapNode[], arrows: readonly MapArrow[]): MapRanks {
  const benefits = new Set(nodes.flatMap(({ kind, id }) => (kind === 'benefit' ? [id] : [])));
  const before = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    if (benefits.has(from) && benefits.has(to)) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const depths = new Map<string, number>();
  /** Contributions on the longest way to the benefit; `open` keeps stored nonsense (a circle) from running for ever. */
  const depthOf = (id: string, open: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const under = new Set(open).add(id);
    const sources = (before.get(id) ?? []).filter((source) => !under.has(source));
    const depth = Math.max(-1, ...sources.map((source) => depthOf(source, under))) + 1;
    depths.set(id, depth);
    return depth;
  };
  const benefitColumns = Math.max(0, ...[...benefits].map((id) => depthOf(id, new Set()))) + 1;
  const rank = ({ kind, id }: MapNode): number => {
    switch (kind) {
      case 'enabler':
        return 0;
      case 'change_activity':
        return 1;
      case 'benefit':
        return 2 + (depths.get(id) ?? 0);
      case 'goal':
        return 2 + benefitColumns;
    }
  };
  return { rankOf: new Map(nodes.map((node) => [node.id, rank(node)])), benefitColumns };
}
