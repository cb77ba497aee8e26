import { addMonths, type CalendarDate, endOfMonth, formatDate, type Language, startOfMonth } from '@hoest/quantities';

const HALVES = { da: ['1. halvår', '2. halvår'], en: ['First half of', 'Second half of'] } as const;

/** Name of the period of an obligation: `marts 2026`, `1. kvartal 2026`, `2. halvår 2026`, `2026`; other periods by their days. */
export function periodName(start: CalendarDate, end: CalendarDate, language: Language): string {
  const [year, month] = [start.slice(0, 4), Number(start.slice(5, 7))];
  const spans = (months: number) =>
    (month - 1) % months === 0 && start === startOfMonth(start) && end === endOfMonth(addMonths(start, months - 1));
  if (spans(12)) return year;
  if (spans(6)) return `${HALVES[language][month === 1 ? 0 : 1]} ${year}`;
  if (spans(3)) {
    const quarter = (month - 1) / 3 + 1;
    return language === 'da' ? `${quarter}. kvartal ${year}` : `Q${quarter} ${year}`;
  }
  if (spans(1)) return formatDate(start, language, 'long-month');
  return `${formatDate(start, language)} – ${formatDate(end, language)}`;
}
