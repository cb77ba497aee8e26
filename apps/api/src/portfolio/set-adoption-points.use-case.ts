import type { adoptionRoutes } from '@hoest/contracts';
import {
  AdoptionSeriesEntity,
  type AdoptionSeriesRow,
  fieldChanges,
  readInitiativeAccess,
  updateVersioned,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { adoptionSeriesOf } from './adoption-rules';
import { refuseFuture } from './refuse-future';
import { refuseRepeated } from './refuse-repeated';

/** Sets the actual use of the named months; null removes a month, other months stay. */
export async function setAdoptionPoints(
  call: CallOf<typeof adoptionRoutes.setAdoptionPoints>,
): Promise<AdoptionSeriesRow> {
  const { tx, caller, params } = call;
  const { points } = call.body;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'adoption_series' });
  requireMay(caller, 'initiative.edit', initiative);
  refuseRepeated(
    points.map(({ month }) => month),
    (index) => `/points/${index}/month`,
  );
  points.forEach(({ month }, index) => refuseFuture(`/points/${index}/month`, month, initiative.today));
  const former = await adoptionSeriesOf(tx, params.id);
  await updateVersioned(tx, AdoptionSeriesEntity, params.id, call.ifMatch, {});
  await tx.query(
    `delete from adoption_point where organisation_id = $1 and series_id = $2 and month = any($3::date[])`,
    [tx.organisationId, params.id, points.filter(({ actualRate }) => actualRate === null).map(({ month }) => month)],
  );
  await tx.query(
    `insert into adoption_point as p (organisation_id, series_id, month, actual_rate)
     select $1, $2, r.month, r."actualRate" from jsonb_to_recordset($3::jsonb) as r(month date, "actualRate" numeric)
     on conflict (organisation_id, series_id, month) do update
       set actual_rate = excluded.actual_rate, recorded_at = now() where p.actual_rate <> excluded.actual_rate`,
    [tx.organisationId, params.id, JSON.stringify(points.filter(({ actualRate }) => actualRate !== null))],
  );
  const series = await adoptionSeriesOf(tx, params.id);
  tx.audit({
    action: 'changed',
    objectKind: 'adoption_series',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(former, series, ['points']),
  });
  tx.announce('initiative', initiative.id);
  return series;
}
