import { type MapNodeKind, weakestStatus } from '@hoest/benefits';
import type { MapLinkRow } from '@hoest/persistence';

export interface MapNodeReference {
  kind: MapNodeKind;
  id: string;
}

/** A link as the calls answer it. */
export function mapLinkAnswer(link: MapLinkRow) {
  const { id, version, own, required, note, assumptions } = link;
  return {
    id,
    version,
    own,
    required,
    note,
    assumptions,
    from: { kind: link.fromKind, id: link.fromId },
    to: { kind: link.toKind, id: link.toId },
    status: weakestStatus(assumptions.map(({ status }) => status)),
  };
}
