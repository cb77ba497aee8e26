import { randomUUIDv7 } from 'node:crypto';
import type { PriceIndex, priceIndexRoutes } from '@hoest/contracts';
import { priceIndexFaults, type YearLevelFault } from '@hoest/finance';
import { listPriceIndexes, PRICE_INDEX_SETTING, type PriceIndexValue, SettingEntity } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import type { Answer, CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { namingTaken } from '../portfolio/naming-taken';
import { refuseFuture } from '../portfolio/refuse-future';
import { priceIndexAnswers } from './price-index-answer';

const WORDS: Record<YearLevelFault['code'], { da: string; en: string }> = {
  repeated: { da: 'Året står der allerede; fjern det ene.', en: 'The year stands there already; remove one of them.' },
  gap: {
    da: 'Året før mangler; skriv et indeks for hvert år.',
    en: 'The year before is missing; give an index for every year.',
  },
  not_above_zero: { da: 'Indekset skal være over 0.', en: 'The index must be above 0.' },
};

/**
 * Records what was known about prices and wages from a day on. Nothing is overwritten: reports of an earlier day go on
 * reading the estimate of that day, and a second record for the same day stands beside what it corrects.
 */
export async function recordPriceIndex(
  call: CallOf<typeof priceIndexRoutes.recordPriceIndex>,
): Promise<Answer<PriceIndex>> {
  const { tx, caller, body } = call;
  // The index is everybody's: a grant for one unit does not reach it.
  requireMay(caller, 'finance.settings', { unitAncestorIds: [] });
  refuseFuture('/validFrom', body.validFrom, await organisationDay(tx));
  const faults = priceIndexFaults(body.levels).map(({ at, code }) => ({
    pointer: `/levels/${at}/${code === 'not_above_zero' ? 'level' : 'year'}`,
    code,
    detail: WORDS[code],
  }));
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });

  const id = randomUUIDv7();
  const ofThatDay = (await listPriceIndexes(tx)).filter(({ validFrom }) => validFrom === body.validFrom);
  const version = 1 + Math.max(0, ...ofThatDay.map((one) => one.version));
  const value: PriceIndexValue = {
    levels: Object.fromEntries(body.levels.map(({ year, level }) => [year, level])),
    source: body.source,
  };
  await namingTaken(
    { setting_once: '/validFrom' },
    tx.manager.getRepository(SettingEntity).insert({
      organisationId: tx.organisationId,
      id,
      version,
      name: PRICE_INDEX_SETTING,
      validFrom: body.validFrom,
      value,
    }),
  );
  tx.audit({
    action: 'recorded',
    objectKind: 'setting',
    objectId: id,
    changes: {
      name: { from: null, to: PRICE_INDEX_SETTING },
      validFrom: { from: null, to: body.validFrom },
      priceIndex: { from: null, to: value },
    },
  });
  tx.announce('finance', null);
  const recorded = priceIndexAnswers(await listPriceIndexes(tx)).find((one) => one.id === id);
  if (!recorded) throw new Error('The estimate just recorded is not there');
  return recorded;
}
