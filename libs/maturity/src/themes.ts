import type { Label } from '@hoest/quantities';

/** The four themes of KL & Devoteam's study of 2012, in the order of the domain rules, section 8. */
export const THEMES = ['dl', 'gr', 'oi', 'op'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_LABELS: Record<Theme, Label> = {
  dl: { da: 'Digital ledelse', en: 'Digital leadership' },
  gr: { da: 'Gevinstrealisering', en: 'Benefit realisation' },
  oi: { da: 'Implementering og forankring', en: 'Implementation and anchoring' },
  op: { da: 'Organisering, overblik og prioritering', en: 'Organisation, overview, prioritisation' },
};

/** Levels from the score: below 20, from 20, 40, 60 and 80. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_LABELS: Record<Level, Label> = {
  1: { da: 'Tilfældig', en: 'Ad hoc' },
  2: { da: 'Begyndende', en: 'Repeatable' },
  3: { da: 'Defineret', en: 'Defined' },
  4: { da: 'Styret', en: 'Managed' },
  5: { da: 'Optimerende', en: 'Optimising' },
};

/** What a theme typically looks like at each level. Source: domain rules, section 7, closing table */
export const LEVEL_PORTRAITS: Record<Theme, Record<Level, Label>> = {
  dl: {
    1: { da: 'It-afdelingens sag; strategi mangler eller er udløbet', en: "IT's business; strategy none or expired" },
    2: { da: 'Nogle ledere ejer projekter', en: 'Some leaders own projects' },
    3: { da: 'Strategien er vedtaget, de fleste mål har projekter', en: 'Strategy adopted, most goals have projects' },
    4: {
      da: 'Lederne handler jævnligt; den politiske rygdækning holder',
      en: 'Leaders act regularly; political backing holds',
    },
    5: { da: 'Mål nås og fornyes i alle enheder', en: 'Goals met and renewed across all units' },
  },
  gr: {
    1: { da: 'Gevinster er ikke beskrevet', en: 'Benefits not described' },
    2: { da: 'Beskrevet, sjældent med nulpunkt', en: 'Described, seldom baselined' },
    3: { da: 'Profil, ejer og nulpunkt før idriftsættelse', en: 'Profile, owner, baseline before go-live' },
    4: {
      da: 'Måles til tiden, budgetter sænkes, afvigelser håndteres',
      en: 'Measured on time, budgets reduced, deviations handled',
    },
    5: {
      da: 'Varige effekter; forventninger rettes efter egne erfaringer',
      en: 'Lasting effects; forecasts corrected by own experience',
    },
  },
  oi: {
    1: { da: 'Idriftsættelsen er slutningen', en: 'Go-live is the end' },
    2: { da: 'Uddannelse i nogle projekter', en: 'Training for some projects' },
    3: { da: 'Forandringen er planlagt og finansieret pr. enhed', en: 'Change planned and funded per unit' },
    4: {
      da: 'Arbejdsgange ændret, brugen på målet, gamle veje lukket',
      en: 'Processes changed, use on target, old ways closed',
    },
    5: { da: 'Kompetencer og læring er forud for behovet', en: 'Competence and learning ahead of need' },
  },
  op: {
    1: { da: 'Ingen fælles liste', en: 'No common list' },
    2: { da: 'Listen findes, ujævn og gammel', en: 'List exists, uneven and old' },
    3: { da: 'Komplet register, scoret, beslutningspunkter besluttet', en: 'Complete register, scored, gates decided' },
    4: {
      da: 'Beslutninger udføres, kapacitet og afhængigheder i balance',
      en: 'Decisions executed, capacity and dependencies balanced',
    },
    5: {
      da: 'Valg optimeres, fælles standarder, synlige stop',
      en: 'Choices optimised, shared standards, visible stops',
    },
  },
};
