import { proposeDateOrder, proposeDecimalSign } from '@hoest/quantities';
import type { Cell } from '../grid';
import type { ImportKind } from '../import-kind';
import type { Table } from '../table/table';
import { readStatedMoney } from '../targets/heading-money';
import { type ImportTarget, isDateTarget, isMoneyTarget, TARGET_RULES } from '../targets/import-target';
import { RECOGNISED, type RecognisedTarget, recogniseHeading } from '../targets/recognise-heading';
import { agreementWith, LOOK_AT } from './column-evidence';
import type {
  Assumption,
  ImportMapping,
  MappedColumn,
  MoneyMapping,
  ProposedColumn,
  ProposedMapping,
} from './import-mapping';
import { moneyOfColumn } from './money-of-column';
import { restoreMapping } from './restore-mapping';

export interface ProposalOptions {
  /** The organisation's currency (ISO code): taken where the file names none. */
  currency: string;
  /** A mapping remembered for the headings' fingerprint. */
  remembered?: ImportMapping;
  /** What the file holds; initiatives when absent. */
  kind?: ImportKind;
}

interface Candidate extends RecognisedTarget {
  index: number;
}

const cellsOf = (table: Table, index: number): Cell[] =>
  table.lines.slice(0, LOOK_AT).map(({ cells }) => cells[index] ?? '');

function candidatesOf(table: Table, kind: ImportKind): Candidate[] {
  return table.columns.flatMap(({ index, heading }) => {
    const cells = cellsOf(table, index);
    return recogniseHeading(heading, kind)
      .map(({ target, confidence }) => ({ index, target, confidence: confidence * agreementWith(target, cells) }))
      .filter(({ confidence }) => confidence >= RECOGNISED);
  });
}

/** Whether a proposal may give the target to more than one column. Texts could be joined, but only a person knows which. */
const takesSeveral = (target: ImportTarget) => ['each', 'first'].includes(TARGET_RULES[target].columns);

/** Surest pairs first; each column once, each target once unless it takes several columns. */
function assign(candidates: readonly Candidate[]): Map<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const taken = new Set<ImportTarget>();
  const surestFirst = [...candidates].sort((a, b) => b.confidence - a.confidence || a.index - b.index);
  for (const candidate of surestFirst) {
    if (chosen.has(candidate.index) || (taken.has(candidate.target) && !takesSeveral(candidate.target))) continue;
    chosen.set(candidate.index, candidate);
    taken.add(candidate.target);
  }
  return chosen;
}

/**
 * How the amounts of a column are likely to be read, for a column that becomes one of money.
 * @param currency the organisation's (ISO code), taken where the file names none
 */
export function proposeMoney(
  table: Table,
  index: number,
  currency: string,
): { money: MoneyMapping; assumptions: Assumption[] } {
  const heading = table.columns.find((column) => column.index === index)?.heading ?? '';
  return moneyOfColumn(heading, cellsOf(table, index), readStatedMoney(table.preamble.join('\n')), currency);
}

function guess(
  table: Table,
  currency: string,
  kind: ImportKind,
): { columns: ProposedColumn[]; mapped: MappedColumn[] } {
  const chosen = assign(candidatesOf(table, kind));
  const mapped: MappedColumn[] = [];
  const columns = table.columns.map(({ index, heading }): ProposedColumn => {
    const candidate = chosen.get(index);
    if (!candidate) return { index, heading, target: null, confidence: 0, assumptions: [] };
    const { target, confidence } = candidate;
    const money = isMoneyTarget(target) ? proposeMoney(table, index, currency) : null;
    mapped.push({ index, heading, target, ...(money && { money: money.money }) });
    return { index, heading, target, confidence, assumptions: money?.assumptions ?? [] };
  });
  return { columns, mapped };
}

const textsOf = (table: Table, columns: readonly MappedColumn[]): string[] =>
  columns.flatMap(({ index }) =>
    table.lines.map(({ cells }) => cells[index]).filter((cell) => typeof cell === 'string'),
  );

/**
 * Proposes what each column fills, from its heading (Danish and English), its cells and what stands above the table; or
 * takes over a remembered mapping when all its columns are found again. Everything in it can be edited.
 */
export function proposeMapping(table: Table, options: ProposalOptions): ProposedMapping {
  const restored = options.remembered && restoreMapping(table, options.remembered);
  if (restored) return restored;
  const { columns, mapped } = guess(table, options.currency, options.kind ?? 'initiatives');
  const numbers = textsOf(
    table,
    mapped.filter(({ target }) => isMoneyTarget(target) || target === 'affectedStaff'),
  );
  const decimal = proposeDecimalSign(numbers);
  const dates = textsOf(
    table,
    mapped.filter(({ target }) => isDateTarget(target) || target === 'period'),
  );
  const dateOrder = proposeDateOrder(dates);
  const assumptions: Assumption[] = [];
  if (decimal === 'auto' && numbers.some((text) => /\d[.,]\d/.test(text))) assumptions.push('decimal');
  if (dateOrder === null && dates.some((text) => /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text))) {
    assumptions.push('date_order');
  }
  return {
    mapping: { columns: mapped, decimal, dateOrder: dateOrder ?? 'dmy' },
    columns,
    remembered: false,
    assumptions,
  };
}
