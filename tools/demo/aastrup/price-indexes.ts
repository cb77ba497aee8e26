import type { PriceIndexSpec } from '../specs';

/** Two estimates of prices and wages: the second knows more about the past and thinks less of the years to come. */
export const PRICE_INDEXES: PriceIndexSpec[] = [
  {
    month: -17,
    source: 'Pris- og lønskøn, juni {year} (demotal)',
    from: -4,
    rises: [3.9, 4.4, 3.6, 3.3, 2.9, 2.8, 2.8],
  },
  {
    month: -5,
    source: 'Pris- og lønskøn, juni {year} (demotal)',
    from: -4,
    rises: [3.9, 4.4, 3.4, 3.5, 3.1, 2.7, 2.6, 2.6],
  },
];
