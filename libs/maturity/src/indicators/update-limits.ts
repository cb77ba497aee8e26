import type { UpdateLimit } from '../indicator-definition';

/** Update limits that several indicators use. Source: domain rules, section 7, confidence */
export const STATUS_LIMIT: UpdateLimit = {
  record: { da: 'bekræftet status', en: 'confirmed status' },
  days: 35,
};

/** A measurement says as much about a benefit as its owner's confirmation, so either keeps it fresh. */
export const BENEFIT_LIMIT: UpdateLimit = {
  record: { da: 'bekræftet eller målt gevinst', en: 'confirmed or measured benefit' },
  months: 6,
};

export const STRATEGY_LIMIT: UpdateLimit = {
  record: { da: 'vedtaget eller fulgt op strategi', en: 'adopted or followed-up strategy' },
  months: 24,
};
