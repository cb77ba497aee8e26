import type { CalendarDate } from '@hoest/quantities';
import type { InitiativeSpec, OrganisationSpec } from '../specs';
import { addActuals } from './actual-rows';
import { addBenefit } from './benefit-rows';
import { addInitiative } from './initiative-rows';
import { addBenefitMaps } from './map-rows';
import { addOrganisation } from './organisation-rows';
import { closedMonths } from './closed-months';
import { addLadder } from './ladder/ladder-rows';
import { addPools, addPoolShares } from './pool-rows';
import { addSettings } from './setting-rows';
import { officeHour, type StoryCalendar } from './story-calendar';
import { storyContext } from './story-context';
import { addStrategies } from './strategy-rows';
import type { OrganisationRows } from './tables';

/** Makes the rows of one organisation from its story. Same story, seed and date: same rows. */
export function rowsOf(spec: OrganisationSpec, seed: string, today: CalendarDate): OrganisationRows {
  const story = storyContext(spec, seed, today);
  addOrganisation(story);
  addSettings(story);
  addStrategies(story);
  addPools(story);
  const { codes, nextCode } = codesOf(spec.initiatives, story.calendar);
  for (const initiative of spec.initiatives) {
    const timeline = addInitiative(story, initiative, codes.get(initiative.key) ?? '');
    initiative.benefits.forEach((benefit, position) => addBenefit(story, initiative, timeline, benefit, position));
  }
  addPoolShares(story);
  addBenefitMaps(story);
  const closed = closedMonths(story);
  addLadder(story, closed);
  addActuals(story);
  return {
    organisation: {
      name: spec.name,
      kind: spec.kind,
      municipality_code: spec.municipalityCode,
      population: spec.population,
      peer_group: spec.peerGroup,
      next_code: JSON.stringify(nextCode),
      created_at: officeHour(story.calendar.monthStart(-60), 0),
    },
    tables: story.rows,
    closedMonths: closed,
  };
}

/** Codes by year and order of registration, as the product gives them; the next number of each year goes on from there. */
function codesOf(
  initiatives: readonly InitiativeSpec[],
  calendar: StoryCalendar,
): { codes: Map<string, string>; nextCode: Record<string, number> } {
  const nextCode: Record<string, number> = {};
  const codes = new Map<string, string>();
  const byAge = [...initiatives].sort((a, b) => (a.started[0] ?? 0) - (b.started[0] ?? 0) || (a.key < b.key ? -1 : 1));
  for (const { key, started } of byAge) {
    const year = calendar.monthStart(started[0] ?? 0).slice(0, 4);
    const number = nextCode[year] ?? 1;
    nextCode[year] = number + 1;
    codes.set(key, `${year}-${String(number).padStart(3, '0')}`);
  }
  return { codes, nextCode };
}
