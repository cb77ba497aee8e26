import type { CalendarDate } from '@hoest/quantities';
import { AASTRUP_KOMMUNE } from './aastrup/aastrup-kommune';
import { NABO_KOMMUNE } from './nabo-kommune';
import { randomOrganisation } from './random/random-organisation';
import { rowsOf } from './rows/organisation-story';
import type { OrganisationRows } from './rows/tables';

export interface PortfolioOptions {
  /** Any text; together with the date it decides every row. */
  seed: string;
  /** "Today" of the story, a calendar date in the organisation's time zone. */
  referenceDate: CalendarDate;
  /** `aastrup` = the hand-written municipality and its neighbour; `random` = made-up portfolios of any size. */
  kind: 'aastrup' | 'random';
  /** The sizes of random portfolios. */
  organisations?: number;
  initiatives?: number;
  benefits?: number;
  /** Months of measured history of the initiatives that are live. */
  months?: number;
}

/**
 * Rows of made-up organisations, one organisation at a time so that a country fits in memory. Same options, same rows.
 * Passwords are not part of them: their hashes are salted, and the loader adds them.
 */
export function* generatePortfolio(options: PortfolioOptions): Generator<OrganisationRows> {
  const { seed, referenceDate } = options;
  if (options.kind === 'aastrup') {
    for (const spec of [AASTRUP_KOMMUNE, NABO_KOMMUNE]) yield rowsOf(spec, seed, referenceDate);
    return;
  }
  const { organisations = 1, initiatives = 100, benefits = 8, months = 36 } = options;
  for (let number = 1; number <= organisations; number++) {
    yield rowsOf(randomOrganisation({ seed, number, initiatives, benefits, months }), seed, referenceDate);
  }
}
