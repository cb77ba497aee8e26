import { addDays, addMonths, type CalendarDate, daysBetween } from '@hoest/quantities';
import { DEFAULT_SIZE_CLASS, type Gate, GATE_ARTEFACTS, type GateFacts, type Phase } from '@hoest/portfolio';
import type { InitiativeSpec } from '../specs';
import { addDecision, addToldDecisions } from './decision-rows';
import { answerOf } from './initiative-answers';
import { type InitiativeTimeline, startOf } from './initiative-timeline';
import { officeHour } from './story-calendar';
import type { StoryContext } from './story-context';

interface Passage {
  gate: Gate;
  from: Phase;
  to: Phase;
  on: CalendarDate;
}

const PHASE_GATES: [Gate, Phase, Phase][] = [
  ['G1', 'idea', 'analysis'],
  ['G2', 'analysis', 'proposed'],
  ['G3', 'proposed', 'approved'],
  ['G4', 'approved', 'executing'],
];

/** The gates that were passed: the four on the way, go-live, hand-over, and the report a year after closing. */
function passagesOf(story: StoryContext, timeline: InitiativeTimeline, phase: Phase): Passage[] {
  const passages: Passage[] = PHASE_GATES.flatMap(([gate, from, to]) => {
    const on = startOf(timeline, to);
    return on ? [{ gate, from, to, on }] : [];
  });
  const { goLiveActual, endedOn } = timeline;
  if (goLiveActual) passages.push({ gate: 'G5', from: 'executing', to: 'executing', on: goLiveActual });
  const realising = startOf(timeline, 'realising');
  if (realising) passages.push({ gate: 'G6', from: 'executing', to: 'realising', on: realising });
  if (phase === 'closed' && endedOn) {
    passages.push({ gate: 'G6', from: 'realising', to: 'closed', on: endedOn });
    const reported = addDays(addMonths(endedOn, 12), 9);
    if (story.calendar.isPast(reported)) passages.push({ gate: 'G7', from: 'closed', to: 'closed', on: reported });
  }
  return passages;
}

/** Gate passages with what stood complete, the decision each rests on, and the other decisions the story tells. */
export function addGates(story: StoryContext, spec: InitiativeSpec, timeline: InitiativeTimeline): void {
  for (const passage of passagesOf(story, timeline, spec.phase)) addPassage(story, spec, passage);
  addToldDecisions(story, spec);
}

function addPassage(story: StoryContext, spec: InitiativeSpec, passage: Passage): void {
  const { ids, rows } = story;
  const { gate, from, to, on } = passage;
  const decisionId = spec.gates?.undecided?.includes(gate) ? null : addGateDecision(story, spec, passage);
  rows.gate_passage.push({
    id: ids.of('gate_passage', `${spec.key}/${gate}/${to}`, on),
    created_at: officeHour(on, 240),
    updated_at: officeHour(on, 240),
    initiative_id: ids.find('initiative', spec.key),
    gate,
    from_phase: from,
    to_phase: to,
    phase_started_on: on,
    artefacts: JSON.stringify(artefactsOf(spec, gate)),
    decision_id: decisionId,
  });
}

/** The points of the gate that concern the initiative; where the gate was passed incomplete, the last required one was open. */
function artefactsOf(spec: InitiativeSpec, gate: Gate): { name: string; required: boolean; complete: boolean }[] {
  const facts = {
    benefitExempt: spec.exempt !== undefined,
    affectedStaff: spec.staff ?? null,
    changesCitizenService: answerOf(spec, 'service'),
    citizenFacing: answerOf(spec, 'citizens'),
    hasItDelivery: answerOf(spec, 'it'),
    replacesOldWay: answerOf(spec, 'old_way'),
  } as GateFacts;
  const artefacts = GATE_ARTEFACTS.filter((artefact) => artefact.gate === gate && artefact.applies(facts)).map(
    ({ key, requiredFor }) => ({
      name: key,
      required: requiredFor.includes(spec.size ?? DEFAULT_SIZE_CLASS),
      complete: true,
    }),
  );
  const open = spec.gates?.incomplete?.includes(gate) ? artefacts.findLast(({ required }) => required) : undefined;
  return artefacts.map((artefact) => ({ ...artefact, complete: artefact !== open }));
}

function addGateDecision(story: StoryContext, spec: InitiativeSpec, { gate, to, on }: Passage): string {
  const random = story.random.of(`decision/${spec.key}/${gate}/${to}`);
  const late = spec.gates?.late?.includes(gate) ?? false;
  const room = daysBetween(on, story.calendar.today);
  const decidedOn = addDays(on, late ? Math.min(random.whole(6, 30), room) : -random.whole(2, 12));
  const isPolitical = gate === 'G3' && answerOf(spec, 'service') !== false;
  return addDecision(story, spec, {
    key: `${gate}/${to}`,
    kind: 'gate',
    body: bodyOf(story, spec, gate, isPolitical),
    decider: gate < 'G4' ? portfolioOwner(story) : (spec.steeringChair ?? spec.owner),
    mandateOk: !spec.gates?.noMandate?.includes(gate),
    decidedOn,
    outcome: 'approve',
    rationale: random.pick(RATIONALES[gate]).replace('{enhed}', unitName(story, spec.unit)),
    political: isPolitical,
    executedOn: on > decidedOn ? on : decidedOn,
    conditions: [],
  });
}

function portfolioOwner({ spec }: StoryContext): string | null {
  return spec.organisationRoles.find(([, role]) => role === 'portfolio_owner')?.[0] ?? null;
}

function unitName({ spec }: StoryContext, key: string): string {
  return spec.units.find((unit) => unit.key === key)?.name ?? key;
}

function bodyOf(story: StoryContext, spec: InitiativeSpec, gate: Gate, isPolitical: boolean): string {
  if (isPolitical) return committeeOf(story, spec.unit) ?? 'Byrådet';
  if (gate === 'G1') return 'Digitaliseringsforum';
  if (gate === 'G2' || gate === 'G3') return 'Porteføljestyregruppen';
  return `Styregruppen, ${unitName(story, spec.unit)}`;
}

/** The committee above a unit; null where none answers for it. */
function committeeOf({ spec }: StoryContext, key: string): string | null {
  for (
    let unit = spec.units.find((one) => one.key === key);
    unit;
    unit = spec.units.find((one) => one.key === unit?.parent)
  ) {
    if (unit.committee) return unit.committee;
  }
  return null;
}

const RATIONALES: Record<Gate, string[]> = {
  G1: [
    'Problemet er kendt og fylder i hverdagen; {enhed} stiller folk til rådighed for en analyse.',
    'Behovet er beskrevet, og ingen anden indsats løser det.',
    'Idéen støtter et mål i strategien. En kort analyse skal vise, om den kan betale sig.',
  ],
  G2: [
    'Analysen viser en holdbar gevinst, og det er undersøgt, hvad der sker, hvis vi lader være.',
    'Tre løsninger er sammenlignet; den valgte er ikke den billigste, men den eneste uden dobbelt drift.',
    'Gevinsterne er beskrevet, så de kan måles. Forslaget kan vurderes mod de andre.',
  ],
  G3: [
    'Indsatsen er prioriteret på tværs og får plads i budgettet.',
    'Der er råd i år, og {enhed} har ledere til at bære forandringen.',
    'Gevinsten står mål med udgiften, og budgettet sættes ned, når den er målt.',
  ],
  G4: [
    'Gevinstejere er på plads, og {enhed} har afsat tid til oplæring.',
    'Planen er bemandet, og de første målinger er aftalt.',
    'Kontrakten er underskrevet, og forandringsplanen er finansieret.',
  ],
  G5: [
    'Nulpunkter er målt, og medarbejderne er oplært. Planen fryses.',
    'Prøvedriften gik godt; resten klares i indkøringen. Planen fryses.',
    'Alt kritisk er løst, og der er en ikke-digital vej. Planen fryses.',
  ],
  G6: [
    'Gevinstejerne har overtaget, og måling følger planen.',
    'Driften kører, og {enhed} måler videre.',
    'Overdraget til drift efter aftale med økonomi om gevinstens klasse.',
  ],
  G7: [
    'Gevinsterne er holdt et år efter. Afvigelser er forklaret, og der gøres ikke mere.',
    'Effekten er der stadig; erfaringerne bruges i de næste indsatser.',
    'Rapporten er taget til efterretning. Målingen fortsætter i driften.',
  ],
};
