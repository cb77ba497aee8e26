import { addDays, addMonths, monthsBetween } from '@hoest/quantities';
import { controllersOf } from './ladder/controllers';
import { officeHour, workday } from './story-calendar';
import type { StoryContext } from './story-context';
import type { ClosedMonth } from './tables';

/** Whole years before this one that finance keeps the ledger for. */
export const LEDGER_YEARS = 2;

/** First month of the ledger. */
export function ledgerStart({ calendar }: StoryContext): string {
  return `${Number(calendar.today.slice(0, 4)) - LEDGER_YEARS}-01-01`;
}

const NOTES: Record<string, string> = {
  '06': 'Afstemt til halvårsregnskabet.',
  '12': 'Supplementsperioden er slut; alle kendte bilag er med.',
};

/** Accounting months closed by the first controller late in the month after, up to the month before last. */
export function closedMonths(story: StoryContext): ClosedMonth[] {
  const { calendar, random } = story;
  const [controller] = controllersOf(story);
  if (!controller) return [];
  return monthsBetween(ledgerStart(story), calendar.monthStart(-2)).map((month) => {
    const dice = random.of(`closed/${month}`);
    const on = workday(addDays(addMonths(month, 1), dice.whole(20, 25)));
    return {
      month,
      closedAt: officeHour(on, dice.whole(300, 520)),
      closedBy: controller.id,
      note: NOTES[month.slice(5, 7)] ?? null,
    };
  });
}
