import type { Label } from '@hoest/quantities';

/** Ways to work out a full-year value. */
export const CALCULATORS = ['time_saved', 'unit_saving', 'quantity_price', 'amount'] as const;
export type Calculator = (typeof CALCULATORS)[number];

export const CALCULATOR_LABELS: Record<Calculator, Label> = {
  time_saved: { da: 'Sparet tid', en: 'Time saved' },
  unit_saving: { da: 'Besparelse pr. enhed', en: 'Saving per unit' },
  quantity_price: { da: 'Antal × pris', en: 'Quantity × price' },
  amount: { da: 'Beløb pr. år', en: 'Amount per year' },
};

/** What a figure of a calculation is, so that it can be written with its unit. */
export type TermUnit =
  | 'count'
  | 'minutes'
  | 'hours'
  | 'share'
  | 'fte'
  | 'measure'
  | 'factor'
  | 'money'
  | 'money_per_unit'
  | 'money_per_hour';

/** What a calculator asks for. Money is in minor units. */
export interface Driver {
  key: string;
  label: Label;
  unit: TermUnit;
  /** Value used when the driver is left out; null = it must be given. */
  fallback: string | null;
  /** Whether the value must lie in 0–1. */
  share?: boolean;
}

const driver = (key: string, da: string, en: string, unit: TermUnit, fallback: string | null = null): Driver => ({
  key,
  label: { da, en },
  unit,
  fallback,
  ...(unit === 'share' ? { share: true } : {}),
});

/** Drivers per calculator, in the order they are asked for; all are numbers of 0 or more. */
export const CALCULATOR_DRIVERS: Record<Calculator, readonly Driver[]> = {
  time_saved: [
    driver('volume', 'Sager pr. år', 'Cases per year', 'count'),
    driver('minutes', 'Minutter sparet pr. sag', 'Minutes saved per case', 'minutes'),
    driver('adoption', 'Andel der går den nye vej', 'Share that goes the new way', 'share', '1'),
    driver('rateMinor', 'Timesats', 'Rate per hour', 'money_per_hour'),
  ],
  unit_saving: [
    driver('unitBefore', 'Pr. enhed før', 'Per unit before', 'measure'),
    driver('unitNow', 'Pr. enhed efter', 'Per unit after', 'measure'),
    driver('volume', 'Enheder pr. år efter', 'Units per year after', 'count'),
    driver('rateMinor', 'Sats', 'Rate', 'money_per_unit'),
  ],
  quantity_price: [
    driver('quantity', 'Antal pr. år', 'Quantity per year', 'count'),
    driver('unitPriceMinor', 'Pris pr. stk.', 'Price each', 'money_per_unit'),
  ],
  amount: [driver('amountMinor', 'Beløb pr. år', 'Amount per year', 'money')],
};
