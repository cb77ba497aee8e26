import { fieldRefused } from '@hoest/platform';
import type { CalendarDate } from '@hoest/quantities';

/**
 * What has happened cannot lie ahead.
 * @param date null and undefined say nothing
 * @throws ProblemError `rule_refused` at the pointer
 */
export function refuseFuture(pointer: string, date: CalendarDate | null | undefined, today: CalendarDate): void {
  if (date === null || date === undefined || date <= today) return;
  throw fieldRefused(
    pointer,
    'in_future',
    {
      da: 'Datoen ligger i fremtiden; skriv den dag, det skete.',
      en: 'The date lies in the future; enter the day it happened.',
    },
    { today },
  );
}
