import type { Label } from '@hoest/quantities';
import type { GateFacts } from './gate-facts';
import type { Gate, SizeClass } from './value-lists';

/** Sections of the initiative page a line of the checklist leads to. */
export const CHECKLIST_SECTIONS = ['facts', 'goals', 'costs', 'benefits', 'decisions', 'documents'] as const;
export type ChecklistSection = (typeof CHECKLIST_SECTIONS)[number];

/** One point of a gate. */
export interface GateArtefact {
  /** Stable name, also the name stored with a gate passage. */
  key: string;
  gate: Gate;
  label: Label;
  section: ChecklistSection;
  /** Field that answers the point; null = a document or a whole section. */
  field: string | null;
  /** Size classes that must have it; in others it is shown and may be left open. */
  requiredFor: readonly SizeClass[];
  /** Whether the point concerns the initiative at all; unanswered questions count as yes. */
  applies: (facts: GateFacts) => boolean;
  /** Whether the records show the point fulfilled; null = only a person can say. */
  fulfilled: ((facts: GateFacts) => boolean) | null;
}

const ALL: readonly SizeClass[] = ['small', 'medium', 'large'];
const NOT_SMALL: readonly SizeClass[] = ['medium', 'large'];
const LARGE: readonly SizeClass[] = ['large'];

const always = () => true;
const owesBenefits = (facts: GateFacts) => !facts.benefitExempt;
const touchesStaff = (facts: GateFacts) => facts.affectedStaff !== 0;

type Point = Pick<GateArtefact, 'key' | 'label' | 'section'> & Partial<GateArtefact>;

const points = (gate: Gate, ...list: Point[]): GateArtefact[] =>
  list.map((point) => ({ field: null, requiredFor: ALL, applies: always, fulfilled: null, ...point, gate }));

/**
 * The default list of what each gate asks for. A point the records can answer is read from them; the others are documents a
 * person ticks when the phase starts.
 * Source: domain rules, P11
 */
export const GATE_ARTEFACTS: readonly GateArtefact[] = [
  ...points(
    'G1',
    {
      key: 'owner',
      label: { da: 'Projektejer er udpeget', en: 'A project owner is named' },
      section: 'facts',
      field: 'ownerId',
      fulfilled: (facts) => facts.ownerId !== null,
    },
    {
      key: 'problem',
      label: { da: 'Problemet er beskrevet', en: 'The problem is described' },
      section: 'facts',
      field: 'problem',
      fulfilled: (facts) => Boolean(facts.problem),
    },
    {
      key: 'goal',
      label: { da: 'Indsatsen er koblet til et mål', en: 'The initiative is linked to a goal' },
      section: 'goals',
      field: 'primaryGoalId',
      fulfilled: (facts) => facts.primaryGoalId !== null,
    },
    {
      key: 'affected-units',
      label: { da: 'Berørte enheder er angivet', en: 'Affected units are named' },
      section: 'facts',
      field: 'affectedUnits',
      fulfilled: (facts) => facts.affectedUnits > 0,
    },
  ),
  ...points(
    'G2',
    {
      key: 'legal-reference',
      label: { da: 'Lovhjemlen for skal-opgaven er angivet', en: 'The law that demands the initiative is named' },
      section: 'facts',
      field: 'legalRef',
      applies: (facts) => facts.mandatory,
      fulfilled: (facts) => Boolean(facts.legalRef),
    },
    {
      key: 'alternatives',
      label: {
        da: 'Alternativer er belyst, også ikke at gøre noget',
        en: 'Alternatives are examined, doing nothing included',
      },
      section: 'documents',
      requiredFor: NOT_SMALL,
    },
    {
      key: 'cost-plan',
      label: { da: 'Udgifterne er planlagt', en: 'Costs are planned' },
      section: 'costs',
      field: 'costLines',
      fulfilled: (facts) => facts.plannedCosts > 0,
    },
    {
      key: 'three-point-cost',
      label: { da: 'Udgifterne er skønnet med tre punkter', en: 'Costs are estimated with three points' },
      section: 'documents',
      requiredFor: LARGE,
    },
    {
      key: 'benefit-profiles',
      label: { da: 'Alle gevinster har en gevinstprofil', en: 'Every benefit has a profile' },
      section: 'benefits',
      applies: owesBenefits,
      fulfilled: (facts) => facts.benefits > 0 && facts.benefitsWithoutProfile === 0,
    },
    {
      key: 'priority-score',
      label: { da: 'Indsatsen er vurderet mod andre', en: 'The initiative is scored against others' },
      section: 'documents',
      requiredFor: NOT_SMALL,
    },
    {
      key: 'architecture',
      label: { da: 'Arkitekturspørgsmål er besvaret', en: 'Architecture questions are answered' },
      section: 'documents',
      requiredFor: NOT_SMALL,
      applies: (facts) => facts.hasItDelivery !== false,
    },
    {
      key: 'dependencies',
      label: { da: 'Afhængigheder er besvaret', en: 'Dependencies are answered' },
      section: 'facts',
      field: 'dependenciesAnswered',
      fulfilled: (facts) => facts.dependenciesAnswered === true,
    },
  ),
  ...points(
    'G3',
    {
      key: 'portfolio-decision',
      label: { da: 'Porteføljen har besluttet indsatsen', en: 'The portfolio has decided on the initiative' },
      section: 'decisions',
      fulfilled: (facts) => facts.portfolioDecision,
    },
    {
      key: 'budget',
      label: { da: 'Budgetår og konto er aftalt', en: 'Budget year and account are agreed' },
      section: 'documents',
    },
    {
      key: 'mandate',
      label: { da: 'Beslutningen er truffet med mandat', en: 'The decision was taken with mandate' },
      section: 'decisions',
      fulfilled: (facts) => facts.mandate,
    },
    {
      key: 'political-mandate',
      label: { da: 'Ændret service er besluttet politisk', en: 'The change of service is decided politically' },
      section: 'decisions',
      applies: (facts) => facts.changesCitizenService !== false,
      fulfilled: (facts) => facts.politicalDecision,
    },
  ),
  ...points(
    'G4',
    {
      key: 'approved-benefits',
      label: { da: 'Godkendte gevinster har hver en ejer', en: 'Approved benefits each have an owner' },
      section: 'benefits',
      applies: owesBenefits,
      fulfilled: (facts) => facts.benefitsApproved > 0 && facts.benefitsWithoutOwner === 0,
    },
    {
      key: 'funded-change',
      label: { da: 'Forandringen har budget eller timer', en: 'The change has budget or hours' },
      section: 'costs',
      field: 'isChangeEffort',
      requiredFor: NOT_SMALL,
      applies: touchesStaff,
      fulfilled: (facts) => facts.plannedChangeEffort > 0,
    },
    {
      key: 'people-allocated',
      label: { da: 'Medarbejdere er afsat', en: 'People are allocated' },
      section: 'documents',
      requiredFor: NOT_SMALL,
    },
  ),
  ...points(
    'G5',
    {
      key: 'baselines',
      label: { da: 'Nulpunkter er målt', en: 'Baselines are measured' },
      section: 'benefits',
      applies: owesBenefits,
      fulfilled: (facts) => facts.measures > 0 && facts.measuresWithoutBaseline === 0,
    },
    {
      key: 'training',
      label: { da: 'Medarbejderne er oplært', en: 'Training is delivered' },
      section: 'documents',
      requiredFor: NOT_SMALL,
      applies: touchesStaff,
    },
    {
      key: 'citizen-alternative',
      label: { da: 'Borgerne har en ikke-digital vej', en: 'Citizens have a non-digital alternative' },
      section: 'documents',
      applies: (facts) => facts.citizenFacing !== false,
    },
    {
      key: 'retirement-plan',
      label: { da: 'Udfasning af den gamle vej er planlagt', en: 'Retirement of the old way is planned' },
      section: 'documents',
      requiredFor: NOT_SMALL,
      applies: (facts) => facts.replacesOldWay !== false,
    },
  ),
  ...points(
    'G6',
    {
      key: 'hand-over',
      label: {
        da: 'Hver gevinstejer har bekræftet overdragelsen',
        en: 'Each benefit owner has confirmed the hand-over',
      },
      section: 'benefits',
      applies: owesBenefits,
      fulfilled: (facts) => facts.benefitsApproved > 0 && facts.benefitsConfirmed >= facts.benefitsApproved,
    },
    {
      key: 'finance-class',
      label: { da: 'Økonomi er enig i gevinsttypen', en: 'Finance agrees on the benefit class' },
      section: 'documents',
      requiredFor: NOT_SMALL,
      applies: owesBenefits,
    },
  ),
  ...points(
    'G7',
    {
      key: 'benefit-report',
      label: {
        da: 'Gevinstrapport: realiseret mod den fastfrosne plan',
        en: 'Benefit report: realised against the frozen plan',
      },
      section: 'documents',
      applies: owesBenefits,
    },
    {
      key: 'deviations',
      label: { da: 'Afvigelser er forklaret', en: 'Deviations are explained' },
      section: 'documents',
      requiredFor: NOT_SMALL,
    },
    {
      key: 'further-effort',
      label: { da: 'Mere eller mindre indsats er besluttet', en: 'More or less effort is decided' },
      section: 'documents',
      requiredFor: NOT_SMALL,
    },
  ),
];
