import { type AdoptionSeriesRow, readAdoptionSeries, RowNotFound, type Transaction } from '@hoest/persistence';
import { type FieldFault, ProblemError } from '@hoest/platform';
import { Decimal } from '@hoest/quantities';

/**
 * Intended use and aim are above zero where stated: a share of nothing cannot be reached.
 * @throws ProblemError `rule_refused`
 */
export function refuseEmptyAim(series: { intended?: string | null; targetRate?: string }): void {
  const faults: FieldFault[] = [];
  if (series.intended && !new Decimal(series.intended).greaterThan(0)) {
    faults.push({
      pointer: '/intended',
      code: 'not_positive',
      detail: { da: 'Skriv et tal over nul, eller lad feltet stå tomt.', en: 'Enter a number above zero, or none.' },
    });
  }
  if (series.targetRate !== undefined && new Decimal(series.targetRate).isZero()) {
    faults.push({
      pointer: '/targetRate',
      code: 'not_positive',
      detail: { da: 'Målet skal være over 0 og højst 1 (100 %).', en: 'The aim is above 0 and at most 1 (100 %).' },
    });
  }
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
}

/** One series as its calls answer it. @throws RowNotFound */
export async function adoptionSeriesOf(tx: Transaction, id: string): Promise<AdoptionSeriesRow> {
  const series = await readAdoptionSeries(tx, id);
  if (!series) throw new RowNotFound('adoption_series');
  return series;
}
