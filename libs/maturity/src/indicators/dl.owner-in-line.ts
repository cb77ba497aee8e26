import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { STATUS_LIMIT } from './update-limits';

const NAME_OWNER = { da: 'Udpeg en leder i linjen som projektejer', en: 'Name a line leader as project owner' };

/** Members: initiatives that are approved, executing or realising. */
export const ownerInLine: IndicatorDefinition = {
  ...catalogueEntry('dl.owner-in-line'),
  question: {
    da: 'Har hver indsats en ansvarlig leder i linjen?',
    en: 'Does every project have an accountable line leader?',
  },
  objectKind: 'initiative',
  numerator: {
    da: 'Aktive indsatser med en gyldig projektejer, som mindst er afdelingsleder, sidder i den ansvarlige eller en berørt enhed eller over den, og ikke selv er projektleder',
    en: 'Active initiatives with a valid project owner who is head of department or above, sits in the lead or an affected unit or above it, and is not the project manager',
  },
  denominator: { da: 'Aktive indsatser', en: 'Active initiatives' },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: { da: 'Ingen aktive indsatser', en: 'No active initiatives' },
  },
  partner: 'op.register',
  counterweight: 'dl.leader-spread',
  minN: 5,
  goalposts: { low: 0.5, high: 1 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C1', 'M5'],
  updateLimit: STATUS_LIMIT,
  reasons: {
    met: met('Ejes af en leder i linjen', 'Owned by a line leader'),
    'no-owner': unmet(
      'initiative_manager',
      { da: 'Ingen gyldig projektejer', en: 'No valid project owner' },
      NAME_OWNER,
    ),
    'owner-inactive': unmet(
      'initiative_manager',
      { da: 'Projektejeren er ikke længere ansat', en: 'The project owner has left' },
      NAME_OWNER,
    ),
    'owner-not-leader': unmet(
      'initiative_manager',
      {
        da: 'Projektejeren er ikke afdelingsleder eller derover',
        en: 'The project owner is not a head of department or above',
      },
      NAME_OWNER,
    ),
    'owner-outside-line': unmet(
      'initiative_manager',
      {
        da: 'Projektejeren sidder hverken i den ansvarlige enhed, i en berørt enhed eller over dem',
        en: 'The project owner sits neither in the lead unit, in an affected unit, nor above them',
      },
      NAME_OWNER,
    ),
    'owner-is-manager': unmet(
      'initiative_owner',
      { da: 'Projektejeren er også projektleder', en: 'The project owner is also the project manager' },
      { da: 'Udpeg en anden projektleder', en: 'Name another project manager' },
    ),
  },
};
