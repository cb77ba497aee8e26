import type { Label } from '@hoest/quantities';

/** What a file may hold: a portfolio of initiatives, or what an accounting system booked. */
export const IMPORT_KINDS = ['initiatives', 'actuals'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_KIND_LABELS: Readonly<Record<ImportKind, Label>> = {
  initiatives: { da: 'Portefølje', en: 'Portfolio' },
  actuals: { da: 'Regnskabstal', en: 'Actuals' },
};
