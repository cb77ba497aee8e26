import type { Label } from '@hoest/quantities';
import type { Theme } from './themes';

/** One of the 36 questions of the catalogue, whether the product can answer it yet or not. */
export interface CatalogueEntry {
  id: string;
  theme: Theme;
  /** Whether it is a cap indicator: it can hold the level of its theme down. */
  star: boolean;
  names: Label;
  /** Weight in the standard set; every indicator weighs the same. */
  weight: number;
}

const entry = (id: string, star: boolean, en: string, da: string): CatalogueEntry => ({
  id,
  theme: id.slice(0, 2) as Theme,
  star,
  names: { da, en },
  weight: 1,
});

/**
 * All 36 indicators in catalogue order, nine per theme. Those without a definition in `indicators/` are asked, too, and
 * answer "no data (module not in use)": leaving them out would raise the coverage of what is known.
 * Source: domain rules, section 8
 */
export const CATALOGUE: readonly CatalogueEntry[] = [
  entry('dl.owner-in-line', true, 'Line ownership of projects', 'Projektejerskab i linjen'),
  entry('dl.leader-spread', false, 'Leaders with digital responsibility', 'Ledere med digitalt ansvar'),
  entry('dl.leader-activity', false, 'Leaders act', 'Lederne handler'),
  entry('dl.strategy-anchored', true, 'Adopted, current strategy', 'Politisk vedtaget, gældende strategi'),
  entry('dl.strategy-to-action', true, 'From paper to action', 'Fra papir til handling'),
  entry('dl.strategy-reach', false, 'Strategy used everywhere', 'Strategien bruges i hele kommunen'),
  entry('dl.strategy-delivery', false, 'Ambitious and realistic goals', 'Ambitiøse og realistiske mål'),
  entry(
    'dl.political-hold',
    false,
    'Political backing under service change',
    'Politisk rygdækning ved ændrede ydelser',
  ),
  entry('dl.sa-leadership', false, 'Leaders as role models', 'Ledere som rollemodeller'),
  entry('gr.benefit-coverage', true, 'Projects with approved benefits', 'Projekter med godkendte gevinster'),
  entry('gr.baseline-before', true, 'Baseline before go-live', 'Nulpunkt før idriftsættelse'),
  entry('gr.measured-on-time', false, 'Follow-up kept', 'Opfølgning til tiden'),
  entry('gr.realisation-rate', true, 'Realised against plan', 'Realiseret mod plan'),
  entry('gr.quality-effect', false, 'Non-financial effects reached', 'Ikke-økonomiske effekter nået'),
  entry('gr.taken-out', true, 'Savings taken out of budgets', 'Udmøntede gevinster'),
  entry('gr.owner-after-close', false, 'Ownership after closing', 'Ejerskab efter projektlukning'),
  entry('gr.forecast-accuracy', false, 'Realistic promises', 'Realistiske forventninger'),
  entry('gr.persistence', false, 'Effects that last', 'Varige effekter'),
  entry('oi.change-resourced', true, 'Funded change plan', 'Finansieret forandringsplan'),
  entry('oi.change-done', false, 'Change carried out', 'Forandring gennemført'),
  entry('oi.process-changed', true, 'Work actually changed', 'Arbejdsgange ændret'),
  entry('oi.adoption', true, 'Solutions in use', 'Løsninger i brug'),
  entry('oi.old-way-closed', false, 'Old ways switched off', 'Gamle veje lukket'),
  entry('oi.competence', false, 'Needed competences in place', 'Nødvendige kompetencer til stede'),
  entry('oi.training-released', false, 'Time released for training', 'Frigivet tid til uddannelse'),
  entry('oi.citizen-skills', false, 'Citizens helped along', 'Borgernes digitale evner udvikles'),
  entry('oi.sa-people', false, 'Clear picture, ability and will', 'Klart billede, evne og vilje'),
  entry('op.register', true, 'Complete and current register', 'Komplet og aktuelt overblik'),
  entry('op.prioritised', true, 'Compared before chosen', 'Prioriteret på tværs'),
  entry('op.gate-discipline', true, 'Formal governance and project model', 'Formel styring og projektmodel'),
  entry('op.decisions-real', false, 'Real governance', 'Reel styring'),
  entry('op.capacity', false, 'Plans fit people', 'Planer passer til ressourcer'),
  entry('op.dependencies', false, 'Coordinated projects', 'Koordinerede projekter'),
  entry('op.process-overview', true, 'Overview of workflows', 'Overblik over arbejdsgange'),
  entry('op.architecture', false, 'Standards and architecture', 'Standarder og arkitektur'),
  entry('op.it-operations', false, 'Efficient IT operations', 'Effektiv it-drift'),
];

const BY_ID = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]));

/** @throws RangeError when the catalogue has no such indicator */
export function catalogueEntry(id: string): CatalogueEntry {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`no such indicator: ${id}`);
  return found;
}
