import type { ImportMapping, MappedColumn } from '../mapping/import-mapping';
import { moneyName } from '../targets/heading-money';
import { headingLine, headingWords } from '../targets/heading-words';

/** Name of the cost line or benefit made from a column: the mapping's own, else the heading without unit and price level. */
export function lineNameOf(column: Pick<MappedColumn, 'heading' | 'name'>): string {
  return headingLine(column.name ?? '') || moneyName(column.heading) || headingLine(column.heading);
}

/**
 * Stable key of the line a column makes in every initiative. The name is part of it only when several columns would
 * otherwise share the key, so that "Budget 2024" in one file and "Budget" in the next stay one line.
 */
export function lineKeyOf(column: MappedColumn, mapping: ImportMapping): string {
  const year = column.money?.year ?? null;
  const base = year === null ? column.target : `${column.target}:${year}`;
  const rivals = mapping.columns.filter(
    ({ target, money }) => target === column.target && (money?.year ?? null) === year,
  );
  if (rivals.length < 2) return base;
  const slug = (rival: MappedColumn) => headingWords(lineNameOf(rival)).replaceAll(' ', '-');
  const alike = rivals.filter((rival) => slug(rival) === slug(column));
  return alike.length < 2 ? `${base}:${slug(column)}` : `${base}:${slug(column)}-${alike.indexOf(column) + 1}`;
}
