import type { CalendarDate } from '@hoest/quantities';
import type { OrganisationSpec } from '../specs';
import type { Gain } from './gain-money';
import { Identifiers } from './identifiers';
import { RandomSource } from './random-source';
import { StoryCalendar } from './story-calendar';
import { emptyRows, type RowsByTable } from './tables';

/** What every part of the generator needs while it makes the rows of one organisation. */
export interface StoryContext {
  spec: OrganisationSpec;
  calendar: StoryCalendar;
  ids: Identifiers;
  random: RandomSource;
  rows: RowsByTable;
  /** All amounts stand at the price level of the reference year, so that they can be added. */
  priceYear: number;
  /** Gains in money that are live, as they come: what finance is told about. */
  gains: Gain[];
}

export const CURRENCY = 'DKK';
/** Minor units of a thousand kroner, the unit of money in the story. */
export const THOUSAND_MINOR = 100_000;

export function storyContext(spec: OrganisationSpec, seed: string, today: CalendarDate): StoryContext {
  const name = `${seed}/${today}/${spec.key}`;
  return {
    spec,
    calendar: new StoryCalendar(today),
    ids: new Identifiers(name),
    random: new RandomSource(name),
    rows: emptyRows(),
    priceYear: Number(today.slice(0, 4)),
    gains: [],
  };
}

/** Thousands of kroner as whole minor units. */
export function minorOf(thousands: number): bigint {
  return BigInt(Math.round(thousands * THOUSAND_MINOR));
}

/** An id by key, null for nobody. */
export function personId(story: StoryContext, key: string | null | undefined): string | null {
  return key == null ? null : story.ids.find('person', key);
}
