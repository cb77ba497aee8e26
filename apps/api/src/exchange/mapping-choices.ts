import type { importRoutes } from '@hoest/contracts';
import { type Assumption, type ImportMapping, isMoneyTarget, type MappedColumn, proposeMoney } from '@hoest/exchange';
import type { ImportReading } from '@hoest/persistence';
import type { CallOf } from '../http/handle';

type Body = CallOf<typeof importRoutes.setMapping>['body'];
type ColumnChoice = NonNullable<Body['columns']>[number];

const without = (assumptions: readonly Assumption[], answered: readonly Assumption[]) =>
  assumptions.filter((assumption) => !answered.includes(assumption));

/** Assumptions a choice for a column answers. */
const answeredBy = ({ unit, currency }: ColumnChoice): Assumption[] => [
  ...(unit ? (['scale'] as const) : []),
  ...(currency ? (['currency'] as const) : []),
];

function chooseColumn(
  choice: ColumnChoice,
  former: MappedColumn | undefined,
  assumed: readonly Assumption[],
  { table }: ImportReading,
  currency: string,
): { column: MappedColumn | null; assumptions: Assumption[] } {
  const { index, target } = choice;
  if (target === null) return { column: null, assumptions: [] };
  const heading = table.columns.find((column) => column.index === index)?.heading ?? '';
  const column: MappedColumn = { index, heading, target, ...(former?.name && { name: former.name }) };
  if (!isMoneyTarget(target)) return { column, assumptions: [] };
  const proposed = former?.money ? { money: former.money, assumptions: assumed } : proposeMoney(table, index, currency);
  column.money = {
    ...proposed.money,
    scale: choice.unit ?? proposed.money.scale,
    currency: choice.currency ?? proposed.money.currency,
    year: choice.year === undefined ? proposed.money.year : choice.year,
  };
  return { column, assumptions: without(proposed.assumptions, answeredBy(choice)) };
}

/**
 * Mapping and reading with a person's choices. A column that is not named keeps what it had, target null leaves it out. The
 * currency for a file that names none also reaches the columns whose currency was only assumed. What is answered is no
 * assumption any more.
 */
export function withChoices(
  mapping: ImportMapping,
  reading: ImportReading,
  body: Body,
  currency: string,
): { mapping: ImportMapping; reading: ImportReading } {
  const columns = new Map(mapping.columns.map((column) => [column.index, column]));
  const assumed = { ...reading.assumptions.columns };
  const chosenBy = { ...reading.chosenBy };
  if (body.currency !== undefined) {
    for (const column of mapping.columns) {
      if (!column.money || !assumed[column.index]?.includes('currency')) continue;
      columns.set(column.index, { ...column, money: { ...column.money, currency } });
      assumed[column.index] = without(assumed[column.index] ?? [], ['currency']);
    }
  }
  for (const choice of body.columns ?? []) {
    const { index } = choice;
    const { column, assumptions } = chooseColumn(choice, columns.get(index), assumed[index] ?? [], reading, currency);
    if (column) columns.set(index, column);
    else columns.delete(index);
    assumed[index] = assumptions;
    chosenBy[index] = 'person';
  }
  const file = without(reading.assumptions.file, [
    ...(body.decimal !== undefined ? (['decimal'] as const) : []),
    ...(body.dateOrder !== undefined ? (['date_order'] as const) : []),
  ]);
  return {
    mapping: {
      columns: [...columns.values()].sort((a, b) => a.index - b.index),
      decimal: body.decimal ?? mapping.decimal,
      dateOrder: body.dateOrder ?? mapping.dateOrder,
    },
    reading: { ...reading, chosenBy, assumptions: { file, columns: assumed } },
  };
}
