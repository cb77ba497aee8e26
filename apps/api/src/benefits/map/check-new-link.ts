import { checkLink, MAP_NODE_KIND_LABELS, type MapNode, mayLeadTo } from '@hoest/benefits';
import { readArrowsToCheck, readMapNode, type Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { MapNodeReference } from './map.mapper';

/** A node with its title. */
export type NamedNode = MapNode & { title: string };

/** The node a body names. @throws ProblemError `unknown_reference` at the pointer */
export async function requireNode(tx: Transaction, pointer: string, node: MapNodeReference): Promise<NamedNode> {
  const found = await readMapNode(tx, node);
  if (found) return found;
  throw fieldRefused(pointer, 'unknown_reference', {
    da: 'Det, der henvises til, findes ikke; vælg noget andet.',
    en: 'What this refers to does not exist; choose something else.',
  });
}

const kindsIn = (kinds: readonly (keyof typeof MAP_NODE_KIND_LABELS)[], language: 'da' | 'en') =>
  kinds.map((kind) => MAP_NODE_KIND_LABELS[kind][language].toLowerCase()).join(language === 'da' ? ' eller ' : ' or ');

/**
 * Refuses a link the map does not take. Links between benefits are checked one at a time in an organisation, so that two
 * people cannot close a circle together.
 * @throws ProblemError at `pointer`
 */
export async function checkNewLink(tx: Transaction, pointer: string, from: NamedNode, to: NamedNode): Promise<void> {
  if (from.kind === 'benefit' && to.kind === 'benefit') await waitForTurn(tx);
  const arrows = await readArrowsToCheck(tx, from.id);
  const check = checkLink(from, to, arrows);
  switch (check.kind) {
    case 'allowed':
      return;
    case 'kinds-do-not-fit': {
      const kinds = mayLeadTo(from.kind);
      const [start, end] = [MAP_NODE_KIND_LABELS[from.kind], MAP_NODE_KIND_LABELS[to.kind]];
      throw fieldRefused(pointer, 'kinds_do_not_fit', {
        da: `»${start.da}« kan ikke føre til »${end.da}«. ${kinds.length > 0 ? `Vælg ${kindsIn(kinds, 'da')}.` : 'Kortet slutter med målet.'}`,
        en: `“${start.en}” cannot lead to “${end.en}”. ${kinds.length > 0 ? `Choose: ${kindsIn(kinds, 'en')}.` : 'The map ends with the goal.'}`,
      });
    }
    case 'other-initiative':
      throw fieldRefused(pointer, 'other_initiative', {
        da: 'Forudsætninger og aktiviteter fører til gevinster i deres egen indsats. Lad i stedet indsatsens gevinst bidrage til den anden gevinst.',
        en: 'Enablers and activities lead to benefits of their own initiative. Let the benefit of this initiative contribute to the other one instead.',
      });
    case 'duplicate':
      throw fieldRefused(pointer, 'duplicate', {
        da: 'De to er allerede forbundet. Ret forbindelsen i stedet.',
        en: 'The two are linked already. Change that link instead.',
      });
    case 'cycle':
      throw await cycleRefused(tx, pointer, from, check.path);
  }
}

/**
 * Refuses that a benefit names one that contributes to it already by links of the map, whatever the benefits themselves
 * name; a benefit that does not exist is left to the foreign key.
 * @throws ProblemError at `pointer`
 */
export async function refuseCircleOnMap(tx: Transaction, pointer: string, fromId: string, toId: string): Promise<void> {
  await waitForTurn(tx);
  const from = await readMapNode(tx, { kind: 'benefit', id: fromId });
  const to = await readMapNode(tx, { kind: 'benefit', id: toId });
  if (!from || !to) return;
  const check = checkLink(from, to, await readArrowsToCheck(tx, fromId));
  if (check.kind === 'cycle') throw await cycleRefused(tx, pointer, from, check.path);
}

/** One at a time in an organisation, until the transaction ends. */
async function waitForTurn(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('benefit_map'), $1)`, [tx.organisationId]);
}

async function cycleRefused(tx: Transaction, pointer: string, from: NamedNode, path: readonly string[]) {
  if (path.length < 2) {
    return fieldRefused(pointer, 'cycle', {
      da: 'En gevinst kan ikke bidrage til sig selv. Vælg en anden.',
      en: 'A benefit cannot contribute to itself. Choose another one.',
    });
  }
  const titles: string[] = [];
  for (const id of path) titles.push((await readMapNode(tx, { kind: 'benefit', id }))?.title ?? '');
  return fieldRefused(
    pointer,
    'cycle',
    {
      da: `Forbindelsen ville gå i ring: ${titles.map((title) => `»${title}«`).join(' → ')} fører allerede hertil. Fjern en af de forbindelser først, eller vælg en anden gevinst.`,
      en: `The link would go round in a circle: ${titles.map((title) => `“${title}”`).join(' → ')} already leads here. Remove one of those links first, or choose another benefit.`,
    },
    { path: [...path], from: from.id },
  );
}
