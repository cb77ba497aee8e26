import type { Label } from '@hoest/quantities';
import { type ChecklistSection, GATE_ARTEFACTS, type GateArtefact } from './gate-artefacts';
import type { GateFacts } from './gate-facts';
import type { Gate, SizeClass } from './value-lists';

/** Size class an initiative without one is judged as: nobody escapes a gate by leaving the size open. */
export const DEFAULT_SIZE_CLASS: SizeClass = 'medium';

/** One line of the checklist. */
export interface ChecklistItem {
  key: string;
  label: Label;
  fulfilled: boolean;
  /** Whether the gate cannot be passed in order without it. */
  required: boolean;
  section: ChecklistSection;
  /** Field to go to; null = a document or a whole section. */
  field: string | null;
}

/**
 * What a gate asks for and what of it is there, in the order of the list. Points that do not concern the initiative are left
 * out; unanswered questions count as if they did. `artefacts` may be an organisation's own list.
 * Source: domain rules, P11
 */
export function gateChecklist(
  facts: GateFacts,
  gate: Gate,
  artefacts: readonly GateArtefact[] = GATE_ARTEFACTS,
): ChecklistItem[] {
  const size = facts.sizeClass ?? DEFAULT_SIZE_CLASS;
  return artefacts
    .filter((artefact) => artefact.gate === gate && artefact.applies(facts))
    .map(({ key, label, section, field, requiredFor, fulfilled }) => ({
      key,
      label,
      section,
      field,
      required: requiredFor.includes(size),
      fulfilled: fulfilled ? fulfilled(facts) : facts.completeArtefacts.includes(key),
    }));
}

/** The required lines that are not fulfilled; empty = the gate can be passed in order. */
export function openGateItems(items: readonly ChecklistItem[]): ChecklistItem[] {
  return items.filter(({ required, fulfilled }) => required && !fulfilled);
}
