import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS } from '@hoest/benefits';
import { DayPipe, Format, injectUiText, LabelPipe, readPastedBlock, StatusMark, UiLocale } from '@hoest/ui';
import { daysBetween } from '@hoest/quantities';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';
import { BenefitWords } from '../ui/benefit-words';
import { DueEntries } from './due-entries';
import { type DueRow, DueRows } from './due-rows';
import { pasteBlock } from './paste-entries';
import { type Cell, CELLS, type CellFault, evidenceKindOf } from './read-entry';

/**
 * The grid to type measurements into. Enter and the arrows up and down go to the same cell of the next row, Tab to the next cell,
 * Ctrl+D takes the text of the row above, Ctrl+Z takes back a step, a block from a spreadsheet fills from the cell it is pasted into.
 */
@Component({
  selector: 'app-due-grid',
  imports: [DayPipe, LabelPipe, ScopeLink, StatusMark],
  templateUrl: './due-grid.html',
  styleUrl: './due-grid.css',
  host: { '(paste)': 'paste($event)', '(keydown)': 'key($event)' },
})
export class DueGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly ui = injectUiText();
  protected readonly store = inject(DueRows);
  protected readonly entries = inject(DueEntries);
  protected readonly words = inject(BenefitWords);
  protected readonly t = benefitsTexts.inject();
  readonly mayRecord = input(true);

  protected readonly kinds = EVIDENCE_KINDS;
  protected readonly kindLabels = EVIDENCE_KIND_LABELS;
  /** Volume is asked for only where somebody's money is counted by it. */
  protected readonly needsVolume = computed(() => this.store.rows().some(({ due }) => due.needsVolume));
  private readonly columns = computed(() => CELLS.filter((cell) => cell !== 'volume' || this.needsVolume()));
  /** What the last paste did, said once. */
  protected readonly told = signal('');
  /** Text of a cell when it got the focus: Ctrl+Z belongs to the browser while it differs. */
  private before = '';

  protected takes(row: DueRow, cell: Cell): boolean {
    return cell !== 'volume' || row.due.needsVolume;
  }

  protected fault(row: DueRow, cell: Cell): CellFault | undefined {
    return row.faults.find((fault) => fault.cell === cell);
  }

  protected id(row: DueRow, cell: Cell): string {
    return `due-${row.due.obligationId}-${cell}`;
  }

  protected name(row: DueRow, cell: Cell): string {
    return `${this.t(`due.cell.${cell}`)}: ${row.due.benefitTitle}, ${row.due.measureName}, ${row.period}`;
  }

  /** How late: in days, because that is what the reader acts on. */
  protected lateness(row: DueRow): string {
    const days = daysBetween(this.store.today(), row.due.dueOn);
    if (days === 0) return this.t('due.today');
    return days > 0 ? this.t('due.inDays', { n: days }) : this.t('due.sinceDays', { n: -days });
  }

  protected evidenceValue(row: DueRow): string {
    const text = this.entries.of(row.due.obligationId).evidenceKind;
    return evidenceKindOf(text) ?? '';
  }

  protected set(row: DueRow, cell: Cell, text: string): void {
    this.entries.set(row.due.obligationId, cell, text);
  }

  protected repair(row: DueRow, fault: CellFault): void {
    this.set(row, fault.cell, fault.repair ?? '');
    this.focus(row, fault.cell);
  }

  protected remember(event: FocusEvent): void {
    const field = event.target;
    if (field instanceof HTMLInputElement) this.before = field.value;
  }

  /** The same kind of evidence for every row that has a value and no evidence yet. */
  protected fillEvidence(kind: string): void {
    const rows = this.store.rows().filter(({ due }) => {
      const { value, evidenceKind } = this.entries.of(due.obligationId);
      return value.trim() !== '' && evidenceKind.trim() === '';
    });
    if (kind && rows.length > 0)
      this.entries.fill(
        rows.map(({ due }) => due.obligationId),
        'evidenceKind',
        kind,
      );
  }

  /** Puts the focus into the first cell that is wrong. */
  focusFault(): void {
    const row = this.store.rows().find(({ faults }) => faults.length > 0);
    const cell = row && this.columns().find((one) => this.fault(row, one));
    if (row && cell) this.focus(row, cell);
  }

  protected paste(event: ClipboardEvent): void {
    const at = this.cellOf(event.target);
    const block = readPastedBlock(event.clipboardData?.getData('text/plain') ?? '');
    // A single text is the browser's own paste, at the place of the caret.
    if (!at || block.length === 0 || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const rows = this.store.rows().map((row) => ({
      id: row.due.obligationId,
      takes: (cell: Cell) => this.takes(row, cell),
    }));
    const pasted = pasteBlock(
      this.entries.entries(),
      rows,
      this.columns(),
      { row: at.row.due.obligationId, cell: at.cell },
      block,
    );
    this.entries.take(pasted);
    this.before = this.entries.of(at.row.due.obligationId)[at.cell];
    const dropped = pasted.dropped > 0 ? ` ${this.t('due.dropped', { n: pasted.dropped })}` : '';
    this.told.set(this.ui('pasted', { rows: this.format.number(pasted.rows) }) + '.' + dropped);
  }

  protected key(event: KeyboardEvent): void {
    const at = this.cellOf(event.target);
    if (!at) return;
    const field = event.target as HTMLInputElement;
    const chooses = field instanceof HTMLSelectElement;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      if (!chooses && field.value !== this.before) return;
      event.preventDefault();
      this.entries.undo();
      this.before = this.entries.of(at.row.due.obligationId)[at.cell];
    } else if (control && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      const above = this.store.rows()[at.index - 1];
      if (above) this.set(at.row, at.cell, this.entries.of(above.due.obligationId)[at.cell]);
    } else if (event.key === 'Enter' && !control) {
      event.preventDefault();
      this.move(at, event.shiftKey ? -1 : 1);
    } else if (!chooses && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.move(at, event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  /** To the next row that has the cell. */
  private move(at: { index: number; cell: Cell }, step: 1 | -1): void {
    const rows = this.store.rows();
    for (let index = at.index + step; index >= 0 && index < rows.length; index += step) {
      const row = rows[index];
      if (row && this.takes(row, at.cell)) return this.focus(row, at.cell);
    }
  }

  private focus(row: DueRow, cell: Cell): void {
    const field = this.host.ownerDocument.getElementById(this.id(row, cell));
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  private cellOf(target: EventTarget | null): { row: DueRow; index: number; cell: Cell } | undefined {
    const id = target instanceof HTMLElement ? target.id : '';
    const index = this.store.rows().findIndex(({ due }) => id.startsWith(`due-${due.obligationId}-`));
    const row = this.store.rows()[index];
    const cell = row && CELLS.find((one) => id === this.id(row, one));
    return row && cell ? { row, index, cell } : undefined;
  }

  protected readonly language = this.locale.language;
}
