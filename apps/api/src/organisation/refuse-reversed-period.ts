import { fieldRefused } from '@hoest/platform';
import type { CalendarDate } from '@hoest/quantities';

/** @throws ProblemError `rule_refused` at `/validTo` when a period ends before it begins */
export function refuseReversedPeriod(validFrom: CalendarDate, validTo: CalendarDate | null): void {
  if (validTo === null || validTo >= validFrom) return;
  throw fieldRefused('/validTo', 'before_start', {
    da: 'Slutdatoen ligger før startdatoen.',
    en: 'The end date lies before the start date.',
  });
}
