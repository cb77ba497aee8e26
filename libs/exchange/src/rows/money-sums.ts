import { Decimal, minorDigits, unitFactor } from '@hoest/quantities';
import { isMoneyTarget, MONEY_TARGETS, type MoneyTarget } from '../targets/import-target';
import type { ImportMapping, MoneyMapping } from '../mapping/import-mapping';
import type { MoneyScale } from '../targets/heading-money';
import type { CellReading } from './cell-reading';

/** What the amounts of a target or column add up to, and what could not be added. Rejected rows are left out. */
export interface MoneySum {
  target: MoneyTarget;
  currency: string;
  /** Cells with an amount, zeros included. */
  numeric: number;
  /** Of them, negative. */
  negative: number;
  withheld: number;
  /** Words instead of an amount: not yet planned, or unreadable. */
  text: number;
  /** Marks that say nothing is stated. */
  notStated: number;
  blank: number;
  /** Exact net sum in minor units, digits with a leading minus when negative. */
  sumMinor: string;
}

export interface ColumnSum extends MoneySum {
  index: number;
  heading: string;
  scale: MoneyScale;
  /** The sum in the column's own unit, as an exact decimal: 471818 for £m. */
  sumInUnit: string;
}

type Counts = Omit<MoneySum, 'target' | 'currency' | 'sumMinor'> & { sum: bigint };

const nothing = (): Counts => ({ numeric: 0, negative: 0, withheld: 0, text: 0, notStated: 0, blank: 0, sum: 0n });

function count(counts: Counts, reading: CellReading<bigint>): void {
  switch (reading.kind) {
    case 'blank':
      counts.blank += 1;
      return;
    case 'value':
      counts.numeric += 1;
      counts.negative += reading.value < 0n ? 1 : 0;
      counts.sum += reading.value;
      return;
    case 'absent':
      if (reading.absence.kind === 'withheld') counts.withheld += 1;
      else if (reading.absence.kind === 'text') counts.text += 1;
      else counts.notStated += 1;
  }
}

/** The sum as the column counts: minor units back to its thousands or millions. */
function inUnit(sum: bigint, { currency, scale }: MoneyMapping): string {
  const unit = new Decimal(10).pow(minorDigits(currency)).times(scale === 'one' ? 1 : unitFactor(scale));
  return new Decimal(sum.toString()).dividedBy(unit).toFixed();
}

const written = ({ sum, ...counts }: Counts) => ({ ...counts, sumMinor: sum.toString() });

/** Adds up the amounts of a file while its rows are read. Currencies are kept apart. */
export class MoneySums {
  private readonly byColumn = new Map<number, Counts>();

  constructor(private readonly mapping: ImportMapping) {}

  /** Counts the cell of one row. */
  add(index: number, reading: CellReading<bigint>): void {
    const counts = this.byColumn.get(index) ?? nothing();
    count(counts, reading);
    this.byColumn.set(index, counts);
  }

  columns(): ColumnSum[] {
    return this.mapping.columns.flatMap(({ index, heading, target, money }) => {
      if (!money || !isMoneyTarget(target)) return [];
      const counts = this.byColumn.get(index) ?? nothing();
      const { currency, scale } = money;
      return [{ index, heading, target, currency, scale, sumInUnit: inUnit(counts.sum, money), ...written(counts) }];
    });
  }

  /** One sum per target and currency, in the order of the targets. */
  targets(): MoneySum[] {
    const sums = new Map<string, Counts & Pick<MoneySum, 'target' | 'currency'>>();
    for (const { target, currency, sumMinor, ...column } of this.columns()) {
      const key = `${target} ${currency}`;
      const sum = sums.get(key) ?? { target, currency, ...nothing() };
      for (const name of ['numeric', 'negative', 'withheld', 'text', 'notStated', 'blank'] as const) {
        sum[name] += column[name];
      }
      sum.sum += BigInt(sumMinor);
      sums.set(key, sum);
    }
    return [...sums.values()]
      .map(({ sum, ...counts }) => ({ ...counts, sumMinor: sum.toString() }))
      .sort((a, b) => MONEY_TARGETS.indexOf(a.target) - MONEY_TARGETS.indexOf(b.target));
  }
}
