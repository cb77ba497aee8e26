import { addDays, addMonths, type CalendarDate, endOfMonth, startOfMonth } from '@hoest/quantities';

/** Turns distances from the reference date into dates. */
export class StoryCalendar {
  private readonly month: CalendarDate;

  constructor(readonly today: CalendarDate) {
    this.month = startOfMonth(today);
  }

  /** First day of the month that lies `offset` months from the reference month. */
  monthStart(offset: number): CalendarDate {
    return addMonths(this.month, offset);
  }

  /** Day of that month, 1 to 28. */
  dayOf(offset: number, day: number): CalendarDate {
    return addDays(this.monthStart(offset), day - 1);
  }

  monthEnd(offset: number): CalendarDate {
    return endOfMonth(this.monthStart(offset));
  }

  daysFromToday(days: number): CalendarDate {
    return addDays(this.today, days);
  }

  isPast(date: CalendarDate): boolean {
    return date <= this.today;
  }
}

/** The day itself, or the Friday before a weekend. */
export function workday(date: CalendarDate): CalendarDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, day === 6 ? -1 : day === 0 ? -2 : 0);
}

/** A moment of office hours on a day; `minute` counts from 06:00 UTC and is taken round the nine hours that follow. */
export function officeHour(date: CalendarDate, minute: number): string {
  const of = 360 + (Math.abs(Math.trunc(minute)) % 540);
  return `${date}T${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}:00.000Z`;
}
