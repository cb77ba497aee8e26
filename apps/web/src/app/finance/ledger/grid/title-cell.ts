import type { ICellRendererParams } from 'ag-grid-community';
import type { LedgerRow } from '../rows/ledger-rows';
import type { GridFacts } from './column-defs';

/** The first cell of a row: a name, and in a group its number of benefits. Made by hand, because scrolling makes hundreds. */
export function titleCell(facts: Pick<GridFacts, 'groupNote'>) {
  return ({ data, value }: ICellRendererParams<LedgerRow>): HTMLElement => {
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = String(value ?? '');
    if (data?.kind !== 'group') return name;
    const { count, state } = facts.groupNote(data);
    const whole = document.createElement('span');
    whole.className = data.open ? 'fold open' : 'fold';
    const small = document.createElement('span');
    small.className = 'count';
    small.textContent = ` ${count}`;
    const said = document.createElement('span');
    said.className = 'visually-hidden';
    said.textContent = `, ${state}`;
    whole.append(name, small, said);
    return whole;
  };
}
