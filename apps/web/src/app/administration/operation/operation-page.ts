import { Component, computed, inject } from '@angular/core';
import { healthRoutes } from '@hoest/contracts';
import { Format, Icon, StatusMark } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { administrationTexts } from '../administration-texts';
import { TabBar } from '../ui/tab-bar';

/** What the api looks at, by the reason it gives when it is not as it should be. */
const SIGNS = [
  'no_worker',
  'queue_unreachable',
  'worker_not_taking_work',
  'recalculation_late',
  'failed_jobs',
] as const;

/** Whether the work behind the pages is done: worker, queue, recalculation, failed jobs – each in words, with what to do. */
@Component({
  selector: 'app-operation-page',
  imports: [Icon, PageFrame, ReadingState, StatusMark, TabBar],
  templateUrl: './operation-page.html',
  styleUrls: ['../ui/list-page.css', './operation-page.css'],
})
export class OperationPage {
  private readonly format = inject(Format);
  protected readonly sessions = inject(SessionStore);
  protected readonly t = administrationTexts.inject();

  protected readonly health = read(healthRoutes.ready, () => ({}), { topics: ['job', 'maturity', 'import'] });
  protected readonly signs = computed(() => {
    const reasons = this.health.value()?.reasons ?? [];
    return SIGNS.map((sign) => {
      const isBad = reasons.includes(sign);
      return {
        sign,
        isBad,
        // Without a worker nothing is known of the queue as the worker sees it.
        isUnknown: !isBad && sign === 'queue_unreachable' && reasons.includes('no_worker'),
        name: this.t(`operation.name.${sign}`),
        what: isBad ? this.t(`operation.bad.${sign}`) : this.t(`operation.good.${sign}`),
      };
    });
  });
  protected readonly lead = computed(() => {
    const health = this.health.value();
    if (!health) return '';
    return health.status === 'ready'
      ? this.t('operation.ready')
      : this.t('operation.degraded', { n: health.reasons.length });
  });
  protected readonly asOf = computed(() => {
    const at = this.health.readAt();
    return at ? this.t('operation.asOf', { time: this.format.dateTime(at) }) : '';
  });
}
