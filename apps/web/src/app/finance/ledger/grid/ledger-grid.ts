import {
  Component,
  computed,
  CSP_NONCE,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { AgGridAngular } from 'ag-grid-angular';
import type {
  CellClickedEvent,
  CellEditRequestEvent,
  CellFocusedEvent,
  GridApi,
  GridReadyEvent,
} from 'ag-grid-community';
import { isEntryFigure } from '../edits/cell-lock';
import { type CellRange, contains, type Place, rangeOf } from '../edits/cell-range';
import { LedgerEntry } from '../ledger-entry';
import { LedgerStore } from '../ledger-store';
import { ledgerTexts } from '../ledger-texts';
import type { LedgerRow } from '../rows/ledger-rows';
import type { TypedText } from './amount-editor';
import { columnDefs, type GridFacts, widthOf } from './column-defs';
import type { LedgerColumn } from './columns';
import { GridCells } from './grid-cells';
import { registerGridModules } from './grid-modules';
import { LEDGER_THEME } from './grid-theme';
import { LedgerKeys } from './ledger-keys';
import { headingOf } from './headings';
import { Format } from '@hoest/ui';

registerGridModules();

const HEAD_PX = 46;
const NAME_LINE_PX = 16.1;
/** Width of a letter of a name, on average, with some left over for words that do not fill a line. */
const LETTER_PX = 7.6;
const TITLE_PX = 280;

/**
 * The ledger as a grid with the keys of a spreadsheet. The library draws and scrolls; groups, texts, ranges, blocks and undo are
 * ours. Nothing that is typed changes a figure: it becomes an entry of {@link LedgerEntry}.
 */
@Component({
  selector: 'app-ledger-grid',
  imports: [AgGridAngular],
  providers: [GridCells, LedgerKeys],
  templateUrl: './ledger-grid.html',
  styleUrl: './ledger-grid.css',
  encapsulation: ViewEncapsulation.None,
  host: { '(copy)': 'copy($event)', '(paste)': 'paste($event)', '[class.compact]': 'compact()' },
})
export class LedgerGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly format = inject(Format);
  private readonly cells = inject(GridCells);
  private readonly keys = inject(LedgerKeys);
  protected readonly store = inject(LedgerStore);
  protected readonly entry = inject(LedgerEntry);
  protected readonly t = ledgerTexts.inject();
  protected readonly nonce = inject(CSP_NONCE, { optional: true }) ?? undefined;
  private readonly exit = viewChild.required<ElementRef<HTMLElement>>('exit');

  readonly compact = input(false);
  /** Width there is for the grid, in pixels. */
  readonly width = input(1200);
  /** Benefit whose side panel is open. */
  readonly chosen = input<string>();
  readonly choose = output<string>();

  protected readonly theme = LEDGER_THEME;
  protected readonly rowId = ({ data }: { data: LedgerRow }) => data.id;
  /** Height of a line in pixels; the tokens `--row` and `--row-compact`. */
  protected readonly lineHeight = computed(() => (this.compact() ? 28 : 36));
  private readonly charactersPerLine = computed(() => {
    const fixed = this.store.columns().reduce((sum, column) => sum + (widthOf(column) ?? 0), 0);
    const title = this.store.monthly() ? TITLE_PX : Math.max(200, ((this.width() - fixed) * 3) / 5);
    return Math.floor((title - 22) / LETTER_PX);
  });
  private readonly hasLongNames = computed(() =>
    this.store.rows().some((row) => this.heightOf(row) !== this.lineHeight()),
  );
  /** Heights by row only where a name needs it: the grid lays out thousands of equal rows without asking for each. */
  protected readonly rowHeight = computed(() =>
    this.hasLongNames() ? ({ data }: { data?: LedgerRow }) => this.heightOf(data) : undefined,
  );
  protected readonly rowClass = {
    group: ({ data }: { data?: LedgerRow }) => data?.kind === 'group',
    total: ({ data }: { data?: LedgerRow }) => data?.kind === 'total',
    tall: ({ node }: { node: { rowHeight?: number | null } }) => (node.rowHeight ?? 0) > this.lineHeight(),
    chosen: ({ data }: { data?: LedgerRow }) => data?.kind === 'benefit' && data.id === this.chosen(),
  };
  protected readonly localeText = computed(() => ({ ariaRowSelect: this.t('title') }));
  protected readonly totals = computed(() => [this.store.total()]);
  protected readonly columns = computed(() => {
    const columns = this.store.columns();
    // Said in the heads.
    this.store.yearText();
    this.store.closedThrough();
    return untracked(() => columnDefs(columns, this.facts()));
  });
  /** As high as the rows, until that is more than the window shows: then the grid scrolls inside. */
  protected readonly height = computed(() => {
    const rows = this.store.rows().reduce((sum, row) => sum + this.heightOf(row), 0);
    return rows + HEAD_PX + this.heightOf(undefined) + (this.store.monthly() ? 18 : 2);
  });
  private readonly drawn = signal<CellRange | undefined>(undefined);
  /** What is said about the cell in focus, as a spreadsheet's formula line. */
  protected readonly cellLine = signal('');
  private api: GridApi<LedgerRow> | undefined;

  constructor() {
    this.keys.use({
      leave: () => this.exit().nativeElement.focus(),
      range: () => this.drawn(),
      draw: (range) => this.draw(range),
      open: (row) => this.open(row),
    });
    // What is entered or refused shows at once, wherever it came from: a cell, a block, undo, the server.
    effect(() => {
      this.store.edits();
      this.store.faults();
      untracked(() => this.refresh());
    });
    effect(() => {
      this.store.texts();
      this.compact();
      untracked(() => {
        // Classes follow the figure shown also where the text stays the same.
        this.refresh(true);
        if (this.hasLongNames()) this.api?.resetRowHeights();
      });
    });
    effect(() => {
      this.chosen();
      untracked(() => this.api?.redrawRows());
    });
  }

  protected ready({ api }: GridReadyEvent<LedgerRow>): void {
    this.api = api;
    this.cells.api = api;
    this.cells.viewport = () => this.host.querySelector<HTMLElement>('.ag-grid-viewport');
    api.setGridAriaProperty('label', this.t('gridLabel', { year: this.store.yearText() }));
    api.setGridAriaProperty('describedby', 'ledger-keys');
  }

  protected entered({ data, column, newValue }: CellEditRequestEvent<LedgerRow>): void {
    const place = this.store.columns().find(({ id }) => id === column.getColId());
    if (data && place) this.entry.enter([{ row: data, column: place, text: (newValue as TypedText).typed }]);
  }

  protected focused(event: CellFocusedEvent<LedgerRow>): void {
    this.keys.stay();
    const place = this.cells.focused();
    if (!place || event.rowPinned) this.cellLine.set('');
    else this.cellLine.set(this.entry.about(this.store.rows()[place.row], this.store.columns()[place.column]));
  }

  protected clicked({ data, colDef, event, rowIndex, rowPinned }: CellClickedEvent<LedgerRow>): void {
    const column = this.store.columns().findIndex(({ id }) => id === colDef.colId);
    if (event instanceof MouseEvent && event.shiftKey && rowIndex !== null && !rowPinned) {
      const anchor = this.keys.anchor ?? { row: rowIndex, column };
      this.draw(rangeOf(anchor, { row: rowIndex, column }));
      return;
    }
    this.draw(undefined);
    this.keys.anchor = rowIndex === null || rowPinned ? undefined : { row: rowIndex, column };
    if (data && colDef.colId === 'title') this.open(data);
  }

  protected copy(event: ClipboardEvent): void {
    const text = this.isTyping(event) ? undefined : this.cells.copied(this.drawn());
    if (text === undefined) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  }

  protected paste(event: ClipboardEvent): void {
    const at = this.drawn() ?? this.cells.focusedRange();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!at || text === '' || this.isTyping(event)) return;
    event.preventDefault();
    this.entry.paste(text, at);
  }

  /** Puts the focus back into the grid, after something beside it was answered. */
  focus(): void {
    const place = this.cells.last;
    if (place) this.cells.focus(place);
  }

  private isTyping({ target }: Event): boolean {
    return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  }

  private open(row: LedgerRow): void {
    if (row.kind === 'group') this.store.fold(row.groupId);
    if (row.kind === 'benefit') this.choose.emit(row.id);
  }

  private draw(range: CellRange | undefined): void {
    const before = this.drawn();
    if (!before && !range) return;
    this.drawn.set(range);
    this.cells.refresh((place: Place) => contains(before, place) || contains(range, place));
  }

  private refresh(force = false): void {
    this.api?.refreshCells({ force });
    this.cells.refreshTotals();
  }

  /** Height of a row: a name is never cut, one that needs more lines than the row has gets the room. */
  private heightOf(row: LedgerRow | undefined): number {
    const line = this.lineHeight();
    if (row?.kind !== 'benefit') return line;
    const lines = Math.ceil(row.item.title.length / this.charactersPerLine());
    return Math.max(line, Math.ceil(lines * NAME_LINE_PX + 3));
  }

  private facts(): GridFacts {
    const figureIn = (column: string) => {
      const place = this.store.columns().find(({ id }) => id === column) as LedgerColumn;
      return { place, figure: this.store.figureOf(place) ?? '' };
    };
    return {
      store: this.store,
      range: () => this.drawn(),
      heading: (column) => headingOf(column, this.store, this.t, this.format),
      groupNote: (row) => ({
        count: this.t('groupCount', { n: row.benefits.length }),
        state: this.t(row.open ? 'unfolded' : 'folded'),
      }),
      key: (params, column) => this.keys.handle(params, column),
      editor: {
        startText: (id, column) => this.entry.startText(id, figureIn(column).place),
        takesUnchanged: (column) => isEntryFigure(figureIn(column).figure) && figureIn(column).figure === 'realised',
        said: (text, column) => this.cellLine.set(this.entry.readBack(text, figureIn(column).place)),
        label: (id, column) => this.entry.label(id, figureIn(column).place),
      },
    };
  }

  protected readonly element = this.host;
}
