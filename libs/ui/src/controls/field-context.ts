import { InjectionToken, type Signal, type WritableSignal } from '@angular/core';

/** What is wrong with a typed text, and the one-click repair where there is one. */
export interface Fault {
  text: string;
  repair?: { label: string; apply: () => void };
}

/** What a control needs from the `ui-field` around it, and tells it. */
export interface FieldContext {
  /** Id that the field's label points to; the control's focusable element carries it. */
  readonly controlId: string;
  /** Id of the label, for controls that are a group of several elements. */
  readonly labelId: string;
  readonly describedBy: Signal<string | null>;
  readonly invalid: Signal<boolean>;
  readonly required: Signal<boolean>;
  /** Set by the control while what is typed cannot be read. */
  readonly controlFault: WritableSignal<Fault | undefined>;
}

export const FIELD_CONTEXT = new InjectionToken<FieldContext>('FIELD_CONTEXT');
