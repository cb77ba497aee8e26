import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';

/** Members: gate passages whose phase started in the last 12 months. A passage is past, so nothing about it grows old. */
export const gateDiscipline: IndicatorDefinition = {
  ...catalogueEntry('op.gate-discipline'),
  question: { da: 'Besluttes der, før der startes?', en: 'Decided before started?' },
  objectKind: 'gate_passage',
  numerator: {
    da: 'Passager med en godkendende beslutning senest på fasens startdag, mandat, begrundelse og alle krævede leverancer',
    en: 'Passages with an approving decision no later than the day the phase started, mandate, rationale and all required artefacts',
  },
  denominator: { da: 'Faseskift inden for 12 måneder', en: 'Phase starts within 12 months' },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: { da: 'Ingen faser er startet i 12 måneder', en: 'No phase started in 12 months' },
  },
  partner: null,
  counterweight: 'gr.benefit-coverage',
  minN: 5,
  goalposts: { low: 0.3, high: 1 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['M4', 'C6'],
  updateLimit: null,
  reasons: {
    met: met('Besluttet før start', 'Decided before start'),
    'no-decision': unmet(
      'initiative_owner',
      { da: 'Fasen startede uden beslutning', en: 'The phase started without a decision' },
      { da: 'Få beslutningen truffet før næste fase', en: 'Have the decision taken before the next phase' },
    ),
    'decided-late': unmet(
      'initiative_owner',
      { da: 'Besluttet efter at fasen var startet', en: 'Decided after the phase had started' },
      { da: 'Få beslutningen truffet før næste fase', en: 'Have the decision taken before the next phase' },
    ),
    'not-approved': unmet(
      'initiative_owner',
      { da: 'Beslutningen var ikke en godkendelse', en: 'The decision was not an approval' },
      { da: 'Få en ny beslutning truffet', en: 'Have a new decision taken' },
    ),
    'no-mandate': unmet(
      'initiative_owner',
      { da: 'Beslutningen blev truffet uden mandat', en: 'The decision was taken without a mandate' },
      { da: 'Få beslutningen bekræftet af rette organ', en: 'Have the decision confirmed by the right body' },
    ),
    'no-rationale': unmet(
      'initiative_owner',
      { da: 'Beslutningen har ingen begrundelse', en: 'The decision has no rationale' },
      { da: 'Begrund den næste beslutning', en: 'Give the reasons of the next decision' },
    ),
    'artefacts-missing': unmet(
      'initiative_manager',
      { da: 'Krævede leverancer manglede', en: 'Required artefacts were missing' },
      { da: 'Gør leverancerne færdige', en: 'Complete the artefacts' },
    ),
  },
};
