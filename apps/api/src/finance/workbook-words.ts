import type { LEDGER_STATUSES } from '@hoest/contracts';
import type { LeakageStep } from '@hoest/finance';
import type { Language } from '@hoest/quantities';
import type { WorkbookFigure } from './workbook-cells';

export interface WorkbookWords {
  fileName: (year: number) => string;
  ledgerTitle: string;
  entriesTitle: string;
  leakageTitle: string;
  ledgerSheet: string;
  entriesSheet: string;
  leakageSheet: string;
  asOf: string;
  unit: (currency: string) => string;
  currentPrices: string;
  fixedPrices: (year: number) => string;
  textHeads: readonly string[];
  figures: Record<WorkbookFigure, (year: number) => string>;
  statusHead: string;
  status: Record<(typeof LEDGER_STATUSES)[number], string>;
  group: (name: string, count: number) => string;
  total: (count: number) => string;
  entryHeads: readonly string[];
  reversal: string;
  reversed: string;
  steps: Record<LeakageStep | 'surplus', string>;
  control: string;
}

/** Words of the workbook, as the screen says them. */
export const WORKBOOK_WORDS: Record<Language, WorkbookWords> = {
  da: {
    fileName: (year) => `gevinstregnskab-${year}.xlsx`,
    ledgerTitle: 'Gevinstregnskab',
    entriesTitle: 'Poster',
    leakageTitle: 'Fra lovet til bekræftet',
    ledgerSheet: 'Gevinstregnskab',
    entriesSheet: 'Poster',
    leakageSheet: 'Fra lovet til bekræftet',
    asOf: 'Opgjort pr.',
    unit: (currency) => (currency === 'DKK' ? 'Beløb i kr.' : `Beløb i ${currency}`),
    currentPrices: 'Løbende priser',
    fixedPrices: (year) => `${year}-priser`,
    textHeads: ['Gevinst', 'Indsats', 'Enhed', 'Type', 'Gevinstejer', 'Konto', 'Omkostningssted'],
    figures: {
      planned: () => 'Forventet (frosset)',
      realised: () => 'Realiseret',
      qualityAssured: () => 'Kvalitetssikret',
      budgeted: () => 'Indarbejdet',
      takenOut: () => 'Udmøntet',
      confirmed: () => 'Bekræftet',
      variance: () => 'Afvigelse',
      plannedYear: (year) => `Forventet hele ${year}`,
      forecast: (year) => `Forecast hele ${year}`,
    },
    statusHead: 'Status',
    status: {
      disputed: 'Bestridt',
      delayed: 'Forsinket',
      not_measured: 'Ikke målt',
      voucher_missing: 'Udmøntning mangler bilag',
      waiting: 'Til validering',
      below_plan: 'Under plan',
      confirmed: 'Bekræftet',
      on_track: 'På sporet',
      not_due: 'Ikke forfalden',
    },
    group: (name, count) => `${name} (${count} ${count === 1 ? 'gevinst' : 'gevinster'})`,
    total: (count) => `I alt, ${count} ${count === 1 ? 'gevinst' : 'gevinster'}`,
    entryHeads: [
      'Registreret',
      'Bogført i måneden',
      'Gevinst',
      'Indsats',
      'Trin',
      'Fra måned',
      'Til måned',
      'Beløb',
      'Valuta',
      'Prisår',
      'Konto',
      'Omkostningssted',
      'Budget',
      'Bilag',
      'Regnskab',
      'Indberettet af',
      'Godkendt af',
      'Tilbageførsel',
      'Bemærkning',
    ],
    reversal: 'Tilbageførsel',
    reversed: 'Tilbageført',
    steps: {
      promised: 'Lovet',
      delayed: 'Forsinket',
      notMeasured: 'Ikke målt',
      disputed: 'Bestridt',
      shortfall: 'Under plan',
      realised: 'Realiseret',
      budgeted: 'Indarbejdet',
      takenOut: 'Udmøntet',
      confirmed: 'Bekræftet',
      surplus: 'Ud over det lovede',
    },
    control: 'Kontrol (0)',
  },
  en: {
    fileName: (year) => `benefit-ledger-${year}.xlsx`,
    ledgerTitle: 'Benefit ledger',
    entriesTitle: 'Entries',
    leakageTitle: 'From promised to confirmed',
    ledgerSheet: 'Benefit ledger',
    entriesSheet: 'Entries',
    leakageSheet: 'From promised to confirmed',
    asOf: 'As of',
    unit: (currency) => `Amounts in ${currency}`,
    currentPrices: 'Current prices',
    fixedPrices: (year) => `${year} prices`,
    textHeads: ['Benefit', 'Initiative', 'Unit', 'Type', 'Benefit owner', 'Account', 'Cost centre'],
    figures: {
      planned: () => 'Expected (frozen)',
      realised: () => 'Realised',
      qualityAssured: () => 'Assured',
      budgeted: () => 'Budgeted',
      takenOut: () => 'Taken out',
      confirmed: () => 'Confirmed',
      variance: () => 'Variance',
      plannedYear: (year) => `Expected all ${year}`,
      forecast: (year) => `Forecast all ${year}`,
    },
    statusHead: 'Status',
    status: {
      disputed: 'Disputed',
      delayed: 'Late',
      not_measured: 'Not measured',
      voucher_missing: 'Taking out lacks a voucher',
      waiting: 'To be validated',
      below_plan: 'Below plan',
      confirmed: 'Confirmed',
      on_track: 'On track',
      not_due: 'Not due',
    },
    group: (name, count) => `${name} (${count} ${count === 1 ? 'benefit' : 'benefits'})`,
    total: (count) => `Total, ${count} ${count === 1 ? 'benefit' : 'benefits'}`,
    entryHeads: [
      'Recorded',
      'Booked in month',
      'Benefit',
      'Initiative',
      'Rung',
      'From month',
      'To month',
      'Amount',
      'Currency',
      'Price year',
      'Account',
      'Cost centre',
      'Budget',
      'Posting',
      'Accounts',
      'Reported by',
      'Approved by',
      'Reversal',
      'Comment',
    ],
    reversal: 'Reversal',
    reversed: 'Reversed',
    steps: {
      promised: 'Promised',
      delayed: 'Late',
      notMeasured: 'Not measured',
      disputed: 'Disputed',
      shortfall: 'Below plan',
      realised: 'Realised',
      budgeted: 'Budgeted',
      takenOut: 'Taken out',
      confirmed: 'Confirmed',
      surplus: 'Above the promise',
    },
    control: 'Control (0)',
  },
};
