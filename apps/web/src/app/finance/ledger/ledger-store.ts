import { computed, inject, Service, signal } from '@angular/core';
import { type LEDGER_FIGURES, ledgerRoutes, type QueryInputOf, type ResponseOf } from '@hoest/contracts';
import { type AmountUnit, Format, UiLocale } from '@hoest/ui';
import { formatMinor } from '@hoest/quantities';
import { read, type Reading } from '../../api/read';
import { FINANCE_TOPICS } from '../finance-store';
import { SessionStore } from '../../organisation/session-store';
import { cellLock, type CellLock, type EntryFigure, isEntryFigure } from './edits/cell-lock';
import { type EditHistory, redo, startHistory, step, undo } from './edits/edit-history';
import {
  cellKey,
  type Difference,
  differenceOf,
  type EditedCell,
  NO_EDITS,
  type PendingEdit,
  type PendingEdits,
  standing,
  withEdits,
  withoutEdits,
} from './edits/pending-edits';
import type { AmountTerms } from './edits/read-amount';
import { CellTexts } from './grid/cell-texts';
import { type LedgerColumn, monthColumns, sameColumns, yearColumns } from './grid/columns';
import type { StatusWords } from './grid/status-text';
import { ledgerTexts } from './ledger-texts';
import { type BenefitRow, groupLedger, type LedgerRow, totalRow, visibleRows } from './rows/ledger-rows';
import { MonthTable } from './rows/month-table';

/** Whose figures, of which year, in which prices: what the page asks the ledger for. */
export type LedgerTerms = Omit<NonNullable<QueryInputOf<typeof ledgerRoutes.readLedger>>, 'year'> & { year: number };
export type LedgerReading = Reading<ResponseOf<typeof ledgerRoutes.readLedger>>;

export type MonthFigure = (typeof LEDGER_FIGURES)[number];

/** An edit with what it reports. */
export interface ReadyEdit {
  edit: PendingEdit;
  row: BenefitRow;
  difference: Difference;
}

/** What the ledger shows, and what is entered in it and not reported yet. One per ledger on the screen. */
@Service({ autoProvided: false })
export class LedgerStore {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly sessions = inject(SessionStore);
  private readonly t = ledgerTexts.inject();

  readonly terms = signal<LedgerTerms | undefined>(undefined);
  readonly unit = signal<AmountUnit>('thousand');
  /** Whether months are shown instead of the year's columns. */
  readonly monthly = signal(false);
  readonly figure = signal<MonthFigure>('realised');
  readonly monthCount = signal(12);
  /** Whether the width asks for fewer columns. */
  readonly narrow = signal(false);
  readonly folded = signal<ReadonlySet<string>>(new Set());

  /** The page's own reading of the ledger: all its parts show the same figures. */
  readonly reading = signal<LedgerReading | undefined>(undefined);
  readonly monthReading = read(
    ledgerRoutes.readLedgerMonths,
    () => {
      const terms = this.terms();
      if (!terms || !this.monthly()) return undefined;
      const { closed: _closed, ...rest } = terms;
      return { query: { ...rest, figure: this.figure(), months: this.monthCount() } };
    },
    { topics: FINANCE_TOPICS, keep: true },
  );

  /** The year as it is written in texts: a name, not a number to be grouped. */
  readonly yearText = computed(() => String(this.terms()?.year ?? ''));
  readonly ledger = computed(() => this.reading()?.value());
  private readonly groups = computed(() => groupLedger(this.ledger()?.items ?? []));
  readonly rows = computed<LedgerRow[]>(() => visibleRows(this.groups(), this.folded()));
  readonly total = computed(() => totalRow(this.groups()));
  readonly benefits = computed(
    () => new Map(this.groups().flatMap(({ benefits }) => benefits.map((row) => [row.id, row] as const))),
  );
  readonly table = computed(() => {
    const answer = this.monthly() ? this.monthReading.value() : undefined;
    return answer && new MonthTable(answer.months, answer.items, answer.totals, answer.figure);
  });
  /** The same list while it shows the same columns: another answer or figure alone must not make the grid build its columns anew. */
  readonly columns = computed<LedgerColumn[]>(
    () => (this.monthly() ? monthColumns(this.table()?.months ?? []) : yearColumns(this.narrow())),
    { equal: sameColumns },
  );
  /** Last month that is closed, its first day; null = none. */
  readonly closedThrough = computed(() => this.ledger()?.closedThrough ?? null);
  readonly texts = computed(() => new CellTexts(this.words(), this.table()));

  private readonly history = signal<EditHistory<PendingEdits>>(startHistory(NO_EDITS));
  readonly edits = computed(() => this.history().present);
  readonly mayUndo = computed(() => this.history().past.length > 0);
  readonly mayRedo = computed(() => this.history().future.length > 0);
  /** What is wrong with an edit, by its cell: said by the server when it was reported. */
  readonly faults = signal<ReadonlyMap<string, string>>(new Map());

  /** Edits that report something, in the order they were made. */
  readonly ready = computed<ReadyEdit[]>(() => {
    const [ledger, table] = [this.ledger(), this.table()];
    if (!ledger) return [];
    return [...this.edits().values()].flatMap((edit) => {
      const row = this.benefits().get(edit.benefitId);
      const difference = row && differenceOf(edit, standing(row, edit, table), ledger.year, ledger.through);
      return row && difference ? [{ edit, row, difference }] : [];
    });
  });
  /** Edits whose text cannot be read. */
  readonly unread = computed(() => [...this.edits().values()].filter(({ minor }) => minor === null));

  readonly amountTerms = computed<AmountTerms>(() => ({
    decimal: this.locale.language() === 'da' ? 'comma' : 'point',
    currency: this.ledger()?.currency ?? this.locale.currency(),
    unit: this.unit(),
  }));

  /** The edited cell a place of the grid stands for; null where amounts are never entered. */
  cellOf(row: LedgerRow, column: LedgerColumn): EditedCell | null {
    if (row.kind !== 'benefit') return null;
    const name = this.figureOf(column);
    if (name === null || !isEntryFigure(name)) return null;
    return { benefitId: row.id, figure: name, month: column.kind === 'month' ? column.month : null };
  }

  /** The amount a cell shows, minor units; null for texts and where there is none. */
  minorOf(row: LedgerRow, column: LedgerColumn): bigint | null {
    if (column.kind === 'figure') return row.figures[column.figure];
    const table = this.table();
    if (column.kind !== 'month' || !table) return null;
    if (row.kind === 'total') return table.total(column.index);
    return row.kind === 'group' ? table.groupSum(row, column.index) : table.value(row.id, column.index);
  }

  lockOf(row: LedgerRow | undefined, column: LedgerColumn | undefined): CellLock | null {
    if (!row || !column) return 'computed';
    const ledger = this.ledger();
    const facts = {
      mayReport: this.sessions.may('finance.report'),
      closing: ledger?.closed != null,
      through: ledger?.through ?? null,
    };
    const mark = column.kind === 'month' ? this.table()?.mark(row.id, column.index) : undefined;
    return cellLock(row, this.figureOf(column) ?? '', facts, mark);
  }

  /** Whether the month is closed: what is entered there is booked as a new entry in the first open one. */
  isClosed(month: string): boolean {
    const through = this.closedThrough();
    return through !== null && month <= through;
  }

  enter(edits: readonly PendingEdit[]): void {
    this.change(withEdits(this.edits(), edits));
    this.forgetFaults(edits.map(cellKey));
  }

  remove(keys: readonly string[]): void {
    this.change(withoutEdits(this.edits(), keys));
    this.forgetFaults(keys);
  }

  /** Drops what has been reported, for good: it cannot be undone in the grid, only withdrawn. */
  settle(keys: readonly string[]): void {
    this.history.set(startHistory(withoutEdits(this.edits(), keys)));
    this.forgetFaults(keys);
    this.reading()?.reload();
    if (this.monthly()) this.monthReading.reload();
  }

  undo(): void {
    this.history.update(undo);
  }

  redo(): void {
    this.history.update(redo);
  }

  fold(groupId: string): void {
    const folded = new Set(this.folded());
    if (!folded.delete(groupId)) folded.add(groupId);
    this.folded.set(folded);
  }

  /** Minor units in the unit the ledger shows. */
  amount(minor: bigint, signed = false): string {
    const unit = this.unit();
    const scale = unit === 'whole' ? { showMinor: false, showCurrency: false } : { scale: unit };
    return formatMinor(minor, this.amountTerms().currency, this.locale.language(), { ...scale, signed });
  }

  /** Word of the unit the ledger shows: `t.kr.` */
  unitWord(): string {
    return this.format.amountUnit(this.amountTerms().currency, this.unit());
  }

  figureOf(column: LedgerColumn): string | null {
    if (column.kind === 'figure') return column.figure;
    return column.kind === 'month' ? (this.figure() satisfies EntryFigure | 'planned') : null;
  }

  private change(next: PendingEdits): void {
    this.history.update((history) => step(history, next));
  }

  private forgetFaults(keys: readonly string[]): void {
    if (!keys.some((key) => this.faults().has(key))) return;
    const faults = new Map(this.faults());
    for (const key of keys) faults.delete(key);
    this.faults.set(faults);
  }

  private words() {
    // Read here, so that another language or unit makes other texts.
    const [language, unit] = [this.locale.language(), this.unit()];
    const currency = this.amountTerms().currency;
    const scale = unit === 'whole' ? { showMinor: false, showCurrency: false } : { scale: unit };
    return {
      amount: (minor: bigint) => formatMinor(minor, currency, language, scale),
      notMeasured: this.t('notMeasured'),
      notDue: this.t('notDue'),
      none: '–',
      total: (count: number) => this.t('total', { n: count }),
      status: (key: Parameters<StatusWords['status']>[0], params: Readonly<Record<string, string | number>>) =>
        this.t(`status.${key}`, params),
      monthEnd: (month: string) => this.format.date(month, 'month'),
      through: (month: string) =>
        this.t('through', { month: this.format.date(month, 'long-month').split(' ')[0] ?? '' }),
    };
  }
}
