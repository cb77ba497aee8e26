import type { benefitRoutes } from '@hoest/contracts';
import { BenefitEntity, fieldChanges, updateVersioned } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { benefitColumns } from './benefit-columns';
import { refuseCircle, refuseCountedTwice } from './contributes-to';
import { frozenPlanRefused, isFrozen } from './frozen-plan';
import { assumeGoLive } from './moved-plan';
import { keepObligations } from './keep-obligations';
import { refuseCircleOnMap } from './map/check-new-link';
import { refuseOnceValidated } from './refuse-once-validated';

/** What a plan version holds, and what its money is read by; after go-live these change by decision only. */
const PLANNED_FIELDS = [
  'fullYearValueMinor',
  'monetised',
  'priceYear',
  'attribution',
  'startsOn',
  'endsOn',
  'polarity',
  'currency',
  'poolId',
] as const;

/** Changes the named fields of a benefit. */
export async function changeBenefit(call: CallOf<typeof benefitRoutes.changeBenefit>) {
  const { tx, caller, params, body } = call;
  const benefit = await loadBenefit(tx, params.id);
  requireMay(caller, 'benefit.edit', accessTo(benefit));
  const touched = PLANNED_FIELDS.find((field) => body[field] !== undefined && body[field] !== benefit[field]);
  if (touched && isFrozen(benefit)) throw frozenPlanRefused(`/${touched}`, benefit);
  await refuseOnceValidated(tx, benefit, body);
  const monetised = body.monetised ?? benefit.monetised;
  const fullYear = body.fullYearValueMinor === undefined ? benefit.fullYearValueMinor : body.fullYearValueMinor;
  if (!monetised && fullYear !== null) {
    throw fieldRefused(body.monetised === false ? '/monetised' : '/fullYearValueMinor', 'value_without_money', {
      da: 'En gevinst, der ikke regnes i kroner, kan ikke have en helårsværdi. Tøm helårsværdien, eller regn gevinsten i kroner.',
      en: 'A benefit that is not counted in money cannot have a full-year value. Empty the value, or count the benefit in money.',
    });
  }
  if (body.contributesToId) {
    await refuseCircle(tx, params.id, body.contributesToId);
    await refuseCircleOnMap(tx, '/contributesToId', params.id, body.contributesToId);
  }
  const { contributesToId = benefit.contributesToId } = body;
  if (monetised !== benefit.monetised || contributesToId !== benefit.contributesToId) {
    const pointer = contributesToId !== benefit.contributesToId ? '/contributesToId' : '/monetised';
    await refuseCountedTwice(tx, { id: params.id, monetised, contributesToId }, pointer);
  }
  const { before, after } = await updateVersioned(tx, BenefitEntity, params.id, call.ifMatch, {
    ...benefitColumns(body),
    // Whoever is chosen, or chosen to stay, has the benefit for good: it is no longer handed over.
    ...(body.ownerId !== undefined && { ownerHandedOverFrom: null, ownerHandedOverOn: null }),
    ...(body.measurerId !== undefined && { measurerHandedOverFrom: null, measurerHandedOverOn: null }),
  });
  if (body.startsOn !== undefined && body.startsOn !== benefit.startsOn) await assumeGoLive(tx, params.id);
  tx.audit({
    action: 'changed',
    objectKind: 'benefit',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after),
  });
  tx.announce('benefit', params.id);
  const changed = await loadBenefit(tx, params.id);
  const asOf = await organisationDay(tx);
  if (body.startsOn !== undefined && body.startsOn !== benefit.startsOn) {
    for (const measure of changed.measures) await keepObligations(tx, changed, measure, asOf);
    return benefitAnswer(await loadBenefit(tx, params.id), asOf, caller);
  }
  return benefitAnswer(changed, asOf, caller);
}
