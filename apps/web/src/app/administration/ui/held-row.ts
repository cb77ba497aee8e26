import { linkedSignal, type Signal } from '@angular/core';

/**
 * The open row of a list, as none or one of it: a row that no longer fits the filter – a person who was just stopped – stays
 * open until another one is chosen, so that its change can be undone.
 */
export function heldRow<Row extends { id: string }>(
  rows: () => readonly Row[],
  openId: () => string | undefined,
): Signal<readonly Row[]> {
  return linkedSignal<{ rows: readonly Row[]; id: string | undefined }, readonly Row[]>({
    source: () => ({ rows: rows(), id: openId() }),
    computation: ({ rows, id }, previous) => {
      const found = rows.filter((row) => row.id === id);
      return found.length > 0 ? found : (previous?.value.filter((row) => row.id === id) ?? []);
    },
  });
}
