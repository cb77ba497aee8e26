import { ACTUALS_SYNONYMS } from './actuals-synonyms';
import type { ImportTarget } from './import-target';

const list = (words: string) => words.split(',').map((phrase) => phrase.trim());

/**
 * Words in headings, in the form of `headingWords`, Danish and English. A benefit amount is listed once, at the whole-life
 * target; words about years in the heading move it to the yearly one.
 */
export const HEADING_SYNONYMS: Readonly<Record<ImportTarget, readonly string[]>> = {
  key: list(`id, nr, no, number, nummer, key, nøgle, ref, reference, identifier, id number, id nummer, unique id, external key,
    ekstern nøgle, projekt id, project id, initiative id, indsats id, projektnr, projekt nr, projektnummer, project no, project number,
    sagsnr, sags nr, sagsnummer, sags id, løbenr, løbenummer, lb nr, bc nr`),
  code: list('kode, code, indsatskode, projektkode, project code, initiative code'),
  title:
    list(`titel, title, navn, name, projekt, project, indsats, initiative, forslag, program, programme, overskrift, emne,
    projektnavn, project name, projekttitel, projektets navn, project title, indsatsnavn, indsatsens navn, initiative name,
    programme name, programnavn, forslagets titel`),
  unit: list(`enhed, unit, department, dept, afdeling, forvaltning, udvalg, center, område, fagområde, organisation, division,
    directorate, direktorat, direktørområde, ministry, ministerium, agency, styrelse, ansvarlig enhed, ansvarlig forvaltning,
    responsible unit, lead unit, magistratsafdeling`),
  problem: list(
    'problem, udfordring, udfordringer, challenge, problemstilling, behov, need, baggrund, background, hvorfor',
  ),
  description:
    list(`beskrivelse, description, description aims, aims, formål, purpose, indhold, summary, resumé, resume, scope,
    kort beskrivelse, projektbeskrivelse, project description`),
  expectedGain:
    list(`forventet gevinst, forventede gevinster, forventet effekt, forventet udbytte, expected gain, expected benefit,
    expected benefits, expected outcome, nytte`),
  category: list(
    'kategori, category, tema, theme, spor, track, gruppe, group, klassifikation, indsatsområde, portefølje, portfolio',
  ),
  ownerName:
    list(`ejer, owner, projektejer, project owner, indsatsejer, initiative owner, sro, senior responsible owner, sponsor,
    ansvarlig, ansvarlig leder, responsible, business owner`),
  managerName: list(
    'projektleder, project manager, manager, leder, programleder, programme manager, projektansvarlig, tovholder',
  ),
  goal: list('mål, goal, strategisk mål, strategic goal, målsætning, objective, pejlemærke'),
  kind: list('type, kind, art, projekttype, project type, indsatstype'),
  phase: list('fase, phase, stage, stadie, projektfase, project phase, state, tilstand'),
  statusRag:
    list(`status, rag, rag rating, rag status, trafiklys, samlet status, overall status, projektstatus, project status,
    delivery confidence, delivery confidence assessment, health`),
  statusNote:
    list(`bemærkning, bemærkninger, kommentar, kommentarer, comment, comments, commentary, noter, notes, status note,
    statusnotat, statusbemærkning, statuskommentar, status comment, statustekst`),
  startPlanned:
    list(`start, startdato, start date, start planned, planned start, planlagt start, forventet start, projektstart,
    project start, opstart`),
  startActual: list('faktisk start, faktisk startdato, actual start, actual start date'),
  goLivePlanned:
    list(`idriftsættelse, ibrugtagning, go live, golive, go live planned, planned go live, go live date, slut, slutdato, end,
    end date, planlagt slut, planned end, finish, afslutning, forventet afslutning, planlagt afslutning, forventet idriftsættelse,
    completion, completion date, estimated completion date, expected completion, deadline, implementeringsdato, lancering`),
  goLiveActual: list(
    'faktisk idriftsættelse, faktisk ibrugtagning, actual go live, actual end date, actual completion date',
  ),
  mandatory: list('lovpligtig, lovkrav, obligatorisk, skal opgave, mandatory, statutory, must do'),
  legalRef: list('lovhjemmel, hjemmel, lovgrundlag, legal basis, legal reference, legal ref'),
  affectedStaff: list(
    'berørte medarbejdere, medarbejdere berørt, antal berørte, antal medarbejdere, affected staff, staff affected',
  ),
  costPlanned:
    list(`udgift, udgifter, pris, price, omkostning, omkostninger, budget, total budget, samlet budget, projektbudget,
    cost, costs, total cost, total costs, planned cost, rough cost, project cost, whole life cost, whole life costs, investering,
    investeringer, investment, investments, anlæg, anlægsudgift, anlægsudgifter, engangsudgift, engangsudgifter, engangsudgifter i alt,
    samlede udgifter, forventet udgift, bevilling, one off cost, one off costs, capital cost, capex`),
  costOperation:
    list(`drift, driftsudgift, driftsudgifter, løbende udgift, løbende udgifter, driftsomkostning, driftsomkostninger,
    årlig drift, operating cost, operating costs, running cost, running costs, operation cost, opex, annual cost, annual costs`),
  benefitTotal:
    list(`gevinst, gevinster, besparelse, besparelser, effektivisering, effektiviseringer, provenu, budgeteffekt, potentiale,
    merindtægt, merindtægter, nettogevinst, benefit, benefits, total benefits, saving, savings, gain, gains, forventet gevinst,
    forventede gevinster, forventet besparelse, expected benefit, expected benefits`),
  benefitFullYear: list(
    'årlig gevinst, årlig besparelse, årlige gevinster, annual benefit, annual benefits, annual saving, annual savings',
  ),
  benefitText:
    list(`gevinstbeskrivelse, beskrivelse af gevinst, beskrivelse af gevinster, beskrivelse af gevinsten, benefit description,
    benefits description, description of benefits, narrative on benefits, narrative on budgeted benefits`),
  ...ACTUALS_SYNONYMS,
};

/** Words too common to be recognised inside a longer heading: "Project risk" is not the title. */
export const WHOLE_HEADING_ONLY: ReadonlySet<string> = new Set(
  list(`id, nr, no, number, nummer, key, ref, reference, kode, code, titel, title, navn, name, projekt, project, indsats, initiative, program,
    programme, forslag, emne, unit, enhed, center, område, organisation, problem, behov, need, scope, indhold, type, kind, art, fase, state,
    stage, tilstand, status, health, start, slut, end, finish, mål, goal, gruppe, group, portfolio, portefølje, leder, manager, responsible,
    ansvarlig, noter, notes, drift, anlæg, pris, price, budget, potentiale, nytte, summary, tema, theme, track, spor, division, agency`),
);

// Whole words by letters: `\b` takes æ, ø and å for the end of a word.

/** Words that make an amount, date or status a text about it, a difference, or another quantity. */
export const NOT_A_VALUE =
  /(?<!\p{L})(narrative|commentary|comments?|note|notes|beskrivelse|description|bemærkning(er)?|kommentar(er)?|begrundelse|reason|variance|afvigelse|forskel|difference|remaining|resterende|tilbagebetalingstid|payback|raw|risk|risiko|risici)(?!\p{L})|%/u;

/** Words that make a benefit yearly. */
export const PER_YEAR =
  /(?<!\p{L})(årlige?|årligt|helårs\p{L}*|varige?|pr år|per år|om året|per year|per annum|p a|yearly|annual|annually|full year|fuld indfasning|full effect)(?!\p{L})/u;
