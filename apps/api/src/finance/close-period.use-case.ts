import type { periodRoutes } from '@hoest/contracts';
import { closePeriod, lastClosedMonth } from '@hoest/persistence';
import { fieldRefused, notAllowed } from '@hoest/platform';
import { addMonths } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { readPeriods } from './period-list';

/** Closes an accounting month: months are closed one after the other, once they are over, and never opened again. */
export async function closeAccountingPeriod({ tx, caller, body }: CallOf<typeof periodRoutes.closePeriod>) {
  if (caller.personId === null) throw notAllowed();
  const last = await lastClosedMonth(tx);
  const today = await organisationDay(tx);
  if (last && body.month <= last) {
    throw fieldRefused('/month', 'period_closed', {
      da: 'Måneden er lukket allerede. En rettelse bliver en ny post i en åben måned.',
      en: 'The month is closed already. A correction becomes a new entry in an open month.',
    });
  }
  if (last && body.month > addMonths(last, 1)) {
    const next = addMonths(last, 1);
    throw fieldRefused(
      '/month',
      'period_out_of_turn',
      {
        da: `Måneder lukkes én ad gangen. Luk ${next.slice(0, 7)} først.`,
        en: `Months are closed one after the other. Close ${next.slice(0, 7)} first.`,
      },
      { next },
    );
  }
  if (addMonths(body.month, 1) > today) {
    throw fieldRefused('/month', 'period_not_over', {
      da: 'Måneden er ikke slut endnu. Luk den, når den er gået.',
      en: 'The month is not over yet. Close it when it is.',
    });
  }
  const figures = await closePeriod(tx, {
    month: body.month,
    closedBy: caller.personId,
    note: body.note ?? null,
    closedAt: null,
  });
  tx.audit({
    action: 'closed',
    objectKind: 'finance_period',
    objectId: null,
    changes: { month: { from: null, to: body.month }, figures: { from: null, to: figures } },
  });
  tx.announce('finance', null);
  const [period] = await readPeriods(tx, body.month);
  if (!period) throw new Error('A period that was just closed is not there');
  return period;
}
