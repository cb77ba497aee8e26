import { addDays, addMonths, endOfMonth, startOfMonth } from '@hoest/quantities';
import type { OrganisationFixture } from './organisation-fixture';

/** An initiative with one measured benefit: so many monthly obligations ended before today, the first `met` of them on time. */
export async function measuredMonths(
  org: OrganisationFixture,
  today: string,
  { unit, months, met, measurer }: { unit: string; months: number; met: number; measurer?: string | undefined },
) {
  const initiative = await org.initiative(unit, { status_confirmed_on: today });
  const benefit = await org.benefit(initiative, {
    measurer_id: measurer ?? null,
    owner_unit_id: org.unitId(unit),
  });
  const measure = await org.measure(benefit, { frequency: 'month' });
  const obligations: string[] = [];
  for (let back = months; back > 0; back--) {
    const start = startOfMonth(addMonths(today, -back - 1));
    const end = endOfMonth(start);
    const id = await org.obligation(measure, start, end, addDays(end, 14));
    obligations.push(id);
    if (months - back < met) await org.measurement(measure, end, '10', { obligation_id: id });
  }
  return { initiative, benefit, measure, obligations };
}
