import { behindBroken } from '@hoest/benefits';
import {
  type BrokenAssumptionRow,
  readBrokenAssumptions,
  readLinksBehindBroken,
  type Transaction,
} from '@hoest/persistence';
import type { MapNodeReference } from './map.mapper';

export interface BehindBroken {
  node: MapNodeReference;
  assumptions: BrokenAssumptionRow[];
}

/** Every node of the organisation that rests on a broken assumption, with the assumptions. */
export async function readBehindBroken(tx: Transaction): Promise<BehindBroken[]> {
  const links = await readLinksBehindBroken(tx);
  const kinds = new Map(links.map(({ to, toKind }) => [to, toKind]));
  const causes = [...behindBroken(links)].sort(([a], [b]) => (a < b ? -1 : 1));
  const broken = await readBrokenAssumptions(tx, [...new Set(causes.flatMap(([, linkIds]) => linkIds))]);
  return causes.map(([id, linkIds]) => ({
    node: { kind: kinds.get(id) ?? 'benefit', id },
    assumptions: broken.filter(({ mapLinkId }) => linkIds.includes(mapLinkId)),
  }));
}

/** The benefits among them. */
export async function listBrokenAssumptions(tx: Transaction) {
  return (await readBehindBroken(tx)).flatMap(({ node, assumptions }) =>
    node.kind === 'benefit' ? [{ benefitId: node.id, assumptions }] : [],
  );
}
