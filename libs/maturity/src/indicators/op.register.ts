import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition, Reason } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { STATUS_LIMIT } from './update-limits';

const field = (da: string, en: string): Reason =>
  unmet('initiative_manager', { da: `Mangler ${da}`, en: `Lacks ${en}` }, { da: `Udfyld ${da}`, en: `Fill in ${en}` });

/** Members: initiatives that are proposed, approved, executing or realising. Unit and phase cannot be missing in this register. */
export const register: IndicatorDefinition = {
  ...catalogueEntry('op.register'),
  question: { da: 'Ved vi, hvad der foregår?', en: 'Do we know what is going on?' },
  objectKind: 'initiative',
  numerator: {
    da: 'Indstillede og aktive indsatser med alle 12 kernefelter og status bekræftet inden for 35 dage',
    en: 'Proposed and active initiatives with all 12 core fields and status confirmed within 35 days',
  },
  denominator: { da: 'Indstillede og aktive indsatser', en: 'Proposed and active initiatives' },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: { status: 'no_data', reason: { da: 'Porteføljen er tom', en: 'The portfolio is empty' } },
  partner: null,
  counterweight: 'op.gate-discipline',
  minN: 5,
  goalposts: { low: 0.4, high: 0.95 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C6'],
  updateLimit: STATUS_LIMIT,
  reasons: {
    met: met('Komplet og bekræftet', 'Complete and confirmed'),
    owner: field('projektejer', 'a project owner'),
    manager: field('projektleder', 'a project manager'),
    goal: field('primært mål', 'a primary goal'),
    'go-live': field('dato for idriftsættelse', 'a go-live date'),
    'cost-plan': field('omkostningsplan', 'a cost plan'),
    benefits: field('gevinster eller fritagelse', 'benefits or an exemption'),
    'affected-staff': field('antal berørte medarbejdere', 'the number of affected staff'),
    dependencies: field('svar om afhængigheder', 'the answer on dependencies'),
    'service-change': field('svar om ændret borgerservice', 'the answer on service change'),
    'it-delivery': field('svar om it-leverance', 'the answer on IT delivery'),
    'status-not-confirmed': unmet(
      'initiative_manager',
      { da: 'Status er ikke bekræftet i 35 dage', en: 'Status was not confirmed in 35 days' },
      { da: 'Bekræft status', en: 'Confirm the status' },
    ),
  },
};
