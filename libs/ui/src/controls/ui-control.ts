import { Directive, inject } from '@angular/core';
import { FIELD_CONTEXT } from './field-context';

/** Ties a native input, select or textarea to the `ui-field` around it: id, description, validity. */
@Directive({
  selector: 'input[uiControl], select[uiControl], textarea[uiControl]',
  host: {
    '[attr.id]': 'field?.controlId',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.invalid() ? "true" : null',
    '[attr.aria-required]': 'field?.required() ? "true" : null',
  },
})
export class UiControl {
  protected readonly field = inject(FIELD_CONTEXT, { optional: true });
}
