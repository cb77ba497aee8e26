import type { Overview } from '@hoest/contracts';
import type { Format } from '@hoest/ui';
import { sentence } from '../number-words';
import type { overviewTexts } from '../overview-texts';

type Texts = ReturnType<typeof overviewTexts.inject>;
type Reason = Overview['attention'][number]['reasons'][number];

const DAYS_TOLD_AS_MONTHS = 60;
const DAYS_PER_MONTH = 30.44;

/**
 * Why an initiative needs attention, as one sentence. The reported status stands beside the name already and is told only
 * when there is nothing else.
 */
export function reasonSentence(reasons: readonly Reason[], t: Texts, format: Format): string {
  const told = reasons.filter(({ code }) => code !== 'status_deviation' && code !== 'status_watch');
  return sentence((told.length > 0 ? told : reasons).map((reason) => reasonWords(reason, t, format)).join('; '));
}

function reasonWords({ code, params }: Reason, t: Texts, format: Format): string {
  const days = Number(params['days']);
  const date = params['date'] ? format.date(params['date']) : '';
  switch (code) {
    case 'go_live_late':
      return t('reason.go_live_late', { date, time: duration(days, t) });
    case 'go_live_slipped':
      return t('reason.go_live_slipped', { date, time: duration(days, t) });
    case 'not_measured':
      return t('reason.not_measured', { n: Number(params['count']) });
    case 'below_plan':
      return t('reason.below_plan', { percent: format.percent(params['ratio'] ?? '0', { maxDecimals: 0 }) });
    case 'status_stale':
      return params['days'] ? t('reason.status_stale', { n: days }) : t('reason.status_never');
    case 'status_deviation':
      return t('reason.status_deviation');
    case 'status_watch':
      return t('reason.status_watch');
    case 'no_owner':
      return t('reason.no_owner');
  }
}

/** Days as people say them: months from two on. */
function duration(days: number, t: Texts): string {
  return days < DAYS_TOLD_AS_MONTHS
    ? t('duration.days', { n: days })
    : t('duration.months', { n: Math.round(days / DAYS_PER_MONTH) });
}
