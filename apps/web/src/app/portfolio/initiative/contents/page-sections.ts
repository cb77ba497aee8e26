import type { Initiative } from '@hoest/contracts';
import type { CoreField } from '@hoest/portfolio';

/** Sections of an initiative's page, in their order; the ids of the page's anchors. */
export const SECTIONS = ['facts', 'goals', 'time', 'costs', 'benefits', 'adoption', 'decisions', 'history'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where a core field of the register is answered on the page. */
const CORE_PLACES: Record<CoreField, { section: Section; field: string }> = {
  owner: { section: 'facts', field: 'ownerId' },
  manager: { section: 'facts', field: 'managerId' },
  unit: { section: 'facts', field: 'unitId' },
  goal: { section: 'goals', field: 'primaryGoalId' },
  phase: { section: 'facts', field: 'phase' },
  goLiveDate: { section: 'time', field: 'goLivePlanned' },
  costPlan: { section: 'costs', field: 'costLines' },
  benefits: { section: 'benefits', field: 'benefits' },
  affectedStaff: { section: 'facts', field: 'affectedStaff' },
  dependenciesAnswered: { section: 'facts', field: 'dependenciesAnswered' },
  serviceChangeAnswered: { section: 'facts', field: 'changesCitizenService' },
  itAnswered: { section: 'facts', field: 'hasItDelivery' },
};

const isSection = (name: string): name is Section => SECTIONS.some((one) => one === name);
const isCoreField = (name: string): name is CoreField => name in CORE_PLACES;

/**
 * What is still missing in each section: open required points of the next gate and empty core fields of the register, each
 * thing once. Documents of a gate are ticked when the phase starts; they belong to no section.
 */
export function missingBySection(
  initiative: Pick<Initiative, 'nextGate' | 'missingCoreFields'>,
): Map<Section, ReadonlySet<string>> {
  const missing = new Map<Section, Set<string>>();
  const add = (section: Section, what: string) => missing.set(section, (missing.get(section) ?? new Set()).add(what));
  for (const { section, field, key, required, fulfilled } of initiative.nextGate?.items ?? [])
    if (required && !fulfilled && isSection(section)) add(section, field ?? key);
  for (const core of initiative.missingCoreFields) {
    if (!isCoreField(core)) continue;
    const { section, field } = CORE_PLACES[core];
    // A gate's own point about benefits says more than "there are none".
    if (field === 'benefits' && missing.has('benefits')) continue;
    add(section, field);
  }
  return missing;
}
