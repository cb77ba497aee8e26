import { InjectionToken } from '@angular/core';
import type { RowEditor } from '../api/edit-row';

/** A row whose fields save by themselves, as `app-saved-field` needs it: an initiative, a goal. */
export interface EditedRow {
  readonly edit: RowEditor<Record<string, unknown>>;
  /** Stored value of a field. */
  value(field: string): unknown;
  /** Whether fields can be written now; else they are shown as text. */
  editing(): boolean;
  /** Why a field does not change although the row may: a frozen plan; undefined when it does. */
  locked?(field: string): string | undefined;
  /** Whether the rules ask for the field and it is empty. */
  missing?(field: string): boolean;
  /** What the source of an import said where the field is empty; undefined when it said nothing. */
  absence?(field: string): string | undefined;
  /** Prefix of the fields' addresses on the page: `initiative` makes `initiative-ownerId`. */
  readonly anchor: string;
  /** How a field's value is written; each field says it, so that a conflict shows words instead of codes. */
  readonly writers: Map<string, (value: unknown) => string>;
}

export const EDITED_ROW = new InjectionToken<EditedRow>('EDITED_ROW');

/** Brings a field or section into view and puts the focus into its first control, else on itself. */
export function focusField(document: Document, anchor: string): void {
  const host = document.getElementById(anchor);
  if (!host) return;
  const isSection = host.tagName === 'SECTION';
  const control = isSection ? null : host.querySelector<HTMLElement>('input, select, textarea, button');
  host.scrollIntoView({ block: control ? 'center' : 'start' });
  (control ?? host).focus({ preventScroll: true });
}
