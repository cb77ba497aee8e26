import { fieldChanges, type MapLinkRow, readInitiativeLinks, type Transaction } from '@hoest/persistence';

/** What the trail says about a link: its ends, and what it rests on. */
export function linkFacts(link: MapLinkRow) {
  return {
    from: { kind: link.fromKind, id: link.fromId },
    to: { kind: link.toKind, id: link.toId },
    required: link.required,
    note: link.note,
    assumptions: link.assumptions.map(({ text, status }) => ({ text, status })),
  };
}

/** Says of every link of a node that it goes with the node. */
export async function auditLinksOf(tx: Transaction, nodeId: string, initiativeId: string): Promise<void> {
  for (const link of await readInitiativeLinks(tx, initiativeId)) {
    if (link.fromId !== nodeId && link.toId !== nodeId) continue;
    tx.audit({
      action: 'removed',
      objectKind: 'map_link',
      objectId: link.id,
      parent: { kind: 'initiative', id: initiativeId },
      changes: fieldChanges(linkFacts(link), null),
    });
  }
}
