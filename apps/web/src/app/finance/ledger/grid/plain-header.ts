import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';

/** The head of a column: its name. The library's own makes places for sorting, filters and menus that the ledger does not have, and makes them anew whenever months scroll by. */
export class PlainHeader implements IHeaderComp {
  private readonly whole = document.createElement('div');
  private readonly text = document.createElement('span');

  init(params: IHeaderParams): void {
    const label = document.createElement('div');
    this.whole.className = 'ag-cell-label-container';
    label.className = 'ag-header-cell-label';
    this.text.className = 'ag-header-cell-text';
    for (const box of [this.whole, label]) box.setAttribute('role', 'presentation');
    label.append(this.text);
    this.whole.append(label);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.whole;
  }

  refresh({ displayName }: IHeaderParams): boolean {
    this.text.textContent = displayName;
    return true;
  }
}
