import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';

/** What the editor hands back: always another value than the cell's, so that every confirmed text is heard of. */
export interface TypedText {
  typed: string;
}

export interface AmountEditorTerms {
  /** Exact amount of the cell as it can be typed again, or the text typed before. */
  startText: (benefitId: string, column: string) => string;
  /** Whether confirming an unchanged text means something. */
  takesUnchanged: (column: string) => boolean;
  /** Says while typing how the text is read. */
  said: (text: string, column: string) => void;
  label: (benefitId: string, column: string) => string;
}

type Params = ICellEditorParams<{ id: string }> & AmountEditorTerms;

/** The field in a cell: free text, read as an amount when it is confirmed. */
export class AmountEditor implements ICellEditorComp {
  private readonly field = document.createElement('input');
  private params!: Params;
  private start = '';

  init(params: Params): void {
    this.params = params;
    const [id, column] = [params.data.id, params.column.getColId()];
    this.start = params.startText(id, column);
    const key = params.eventKey ?? '';
    this.field.className = 'ledger-field';
    this.field.type = 'text';
    this.field.inputMode = 'decimal';
    this.field.autocomplete = 'off';
    this.field.value = key.length === 1 ? key : this.start;
    this.field.setAttribute('aria-label', params.label(id, column));
    this.field.addEventListener('input', () => params.said(this.field.value, column));
  }

  getGui(): HTMLElement {
    return this.field;
  }

  afterGuiAttached(): void {
    this.field.focus();
    if (this.field.value === this.start) this.field.select();
    this.params.said(this.field.value, this.params.column.getColId());
  }

  getValue(): TypedText {
    return { typed: this.field.value };
  }

  isCancelAfterEnd(): boolean {
    return this.field.value === this.start && !this.params.takesUnchanged(this.params.column.getColId());
  }
}
