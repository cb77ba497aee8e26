import type { Overview } from '@hoest/contracts';
import { GATE_LABELS } from '@hoest/portfolio';
import { type CalendarDate, daysBetween } from '@hoest/quantities';
import type { Format, Status, UiLocale } from '@hoest/ui';
import type { overviewTexts } from '../overview-texts';

export type WaitingItem = Overview['waiting'][number];
type Texts = ReturnType<typeof overviewTexts.inject>;

/** How far ahead a deadline is marked. */
const SOON_DAYS = 7;

export interface WaitingLine {
  item: WaitingItem;
  /** What kind of thing it is: "Beslutningspunkt G4 · Start af gennemførelse". */
  kind: string;
  /** What it can be decided on. */
  basis: string;
  /** The benefit to approve; null = the initiative's page. */
  benefitId: string | null;
  amount: { text: string; missing: boolean };
  deadline: { date: string; days: string; status: Status | null } | null;
}

export function waitingLine(
  item: WaitingItem,
  asOf: CalendarDate,
  t: Texts,
  format: Format,
  locale: UiLocale,
): WaitingLine {
  return {
    item,
    kind: item.gate
      ? t('waiting.gate', { gate: locale.label(GATE_LABELS[item.gate]) })
      : t(item.kind === 'condition' ? 'waiting.condition' : 'waiting.approval'),
    basis: item.detail ?? (item.openPoints ? t('waiting.open', { n: item.openPoints }) : t('waiting.ready')),
    benefitId: item.kind === 'benefit_approval' ? item.benefitId : null,
    amount:
      item.amount === null
        ? { text: t(item.kind === 'condition' ? 'waiting.noMoney' : 'waiting.noAmount'), missing: true }
        : { text: t('perYear', { amount: format.amountWithUnit(item.amount) }), missing: false },
    deadline: item.due === null ? null : deadlineOf(item.due, asOf, t, format),
  };
}

/** A deadline with the days to it, marked when it is near or over. */
function deadlineOf(due: CalendarDate, asOf: CalendarDate, t: Texts, format: Format): WaitingLine['deadline'] {
  const days = daysBetween(asOf, due);
  const date = due.slice(0, 4) === asOf.slice(0, 4) ? format.dayAndMonth(due) : format.date(due);
  if (days < 0) return { date, days: t('days.over', { n: -days }), status: 'deviation' };
  if (days === 0) return { date, days: t('days.today'), status: 'watch' };
  return { date, days: t('days.left', { n: days }), status: days <= SOON_DAYS ? 'watch' : null };
}
