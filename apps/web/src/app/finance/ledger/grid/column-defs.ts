import type { CellClassParams, ColDef, SuppressKeyboardEventParams } from 'ag-grid-community';
import { contains, type CellRange } from '../edits/cell-range';
import { cellKey } from '../edits/pending-edits';
import type { LedgerStore } from '../ledger-store';
import { isFarAgainst } from '../rows/figures';
import type { LedgerRow } from '../rows/ledger-rows';
import { AmountEditor, type AmountEditorTerms } from './amount-editor';
import type { LedgerColumn } from './columns';
import { PlainHeader } from './plain-header';
import { STATUS_MARKS } from './status-text';
import { titleCell } from './title-cell';

/** What the column definitions ask the grid for; read anew at every call, so that definitions change with the columns alone. */
export interface GridFacts {
  store: LedgerStore;
  range: () => CellRange | undefined;
  /** Head of a column, with its unit said by the sub-line of the section. */
  heading: (column: LedgerColumn) => string;
  /** Number of benefits in a group, in words; whether it is folded, for assistive technology. */
  groupNote: (row: Extract<LedgerRow, { kind: 'group' }>) => { count: string; state: string };
  key: (params: SuppressKeyboardEventParams<LedgerRow>, column: number) => boolean;
  editor: AmountEditorTerms;
}

const RAMP: Partial<Record<string, number>> = { realised: 2, budgeted: 3, takenOut: 4, confirmed: 5 };

const WIDTHS: Partial<Record<string, number>> = { planned: 86, realised: 96, variance: 78, forecast: 84 };

/** Width of a column in pixels; undefined for those that take what is left. */
export function widthOf(column: LedgerColumn): number | undefined {
  switch (column.kind) {
    case 'account':
      return 132;
    case 'month':
      return 100;
    case 'figure':
      return WIDTHS[column.figure] ?? 88;
    default:
      return undefined;
  }
}

function base(column: LedgerColumn, index: number, facts: GridFacts): ColDef<LedgerRow> {
  const { store } = facts;
  return {
    colId: column.id,
    headerName: facts.heading(column),
    headerComponent: PlainHeader,
    valueGetter: ({ data }) =>
      data ? store.texts().shown(data, column, store.edits(), store.cellOf(data, column)) : '',
    suppressKeyboardEvent: (params) => facts.key(params, index),
    cellClassRules: {
      ranged: ({ rowIndex, node }) => !node.rowPinned && contains(facts.range(), { row: rowIndex, column: index }),
    },
  };
}

function amountColumn(column: LedgerColumn, index: number, facts: GridFacts): ColDef<LedgerRow> {
  const { store } = facts;
  const common = base(column, index, facts);
  const keyOf = ({ data }: CellClassParams<LedgerRow>) => {
    const cell = data && store.cellOf(data, column);
    return cell ? cellKey(cell) : '';
  };
  const variance = column.kind === 'figure' && column.figure === 'variance';
  const closed = column.kind === 'month' && store.isClosed(column.month);
  return {
    ...common,
    editable: ({ data }) => store.lockOf(data, column) === null,
    cellEditor: AmountEditor,
    cellEditorParams: facts.editor,
    cellClass: closed ? ['num', 'closed'] : 'num',
    cellClassRules: {
      ...common.cellClassRules,
      // Of a month it depends on the figure shown, which changes without the columns.
      frozen: () => store.figureOf(column) === 'planned',
      // Asked for every cell that scrolls into view: without edits there is nothing to look up.
      pending: (params) => store.edits().size > 0 && store.edits().has(keyOf(params)),
      faulty: (params) => {
        if (store.edits().size === 0) return false;
        const key = keyOf(params);
        return store.faults().has(key) || store.edits().get(key)?.minor === null;
      },
      ...(variance && {
        against: ({ data }: CellClassParams<LedgerRow>) => data !== undefined && isFarAgainst(data.figures),
      }),
      word: ({ value }) => typeof value === 'string' && value !== '' && !/\d/.test(value),
    },
  };
}

function definition(column: LedgerColumn, index: number, facts: GridFacts): ColDef<LedgerRow> {
  switch (column.kind) {
    case 'title':
      return {
        ...base(column, index, facts),
        cellRenderer: titleCell(facts),
        cellClass: 'title',
        // A column that stands while sixty months pass has a width of its own; in the year it takes what is left.
        ...(facts.store.monthly() ? { pinned: 'left', width: 280 } : { flex: 3, minWidth: 200 }),
      };
    case 'account':
      return { ...base(column, index, facts), width: widthOf(column), cellClass: 'account' };
    case 'status': {
      const common = base(column, index, facts);
      const marked = (mark: string) => ({
        [`mark-${mark}`]: ({ data }: CellClassParams<LedgerRow>) =>
          data?.kind === 'benefit' && STATUS_MARKS[data.item.status.code] === mark,
      });
      return {
        ...common,
        flex: 2,
        minWidth: 150,
        cellClass: 'status',
        cellClassRules: {
          ...common.cellClassRules,
          ...marked('on_track'),
          ...marked('watch'),
          ...marked('deviation'),
          ...marked('unknown'),
        },
      };
    }
    case 'month':
      return {
        ...amountColumn(column, index, facts),
        width: widthOf(column),
        headerClass: ['num', facts.store.isClosed(column.month) ? 'closed' : ''],
      };
    case 'figure': {
      const step = RAMP[column.figure];
      return {
        ...amountColumn(column, index, facts),
        width: widthOf(column),
        headerClass: ['num', step ? `ramp ramp-${step}` : '', column.figure === 'planned' ? 'frozen' : ''],
      };
    }
  }
}

export function columnDefs(columns: readonly LedgerColumn[], facts: GridFacts): ColDef<LedgerRow>[] {
  return columns.map((column, index) => definition(column, index, facts));
}
