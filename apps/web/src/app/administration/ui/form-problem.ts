import { Component, computed, input } from '@angular/core';
import { Note } from '@hoest/ui';
import type { ApiProblem } from '../../api/api-problem';

/** Why a form was refused, where no field of it says so. */
@Component({
  selector: 'app-form-problem',
  imports: [Note],
  template: `@if (shown(); as refused) {
    <ui-note kind="deviation" [heading]="refused.problem.title"
      ><p>{{ refused.problem.detail }}</p></ui-note
    >
  }`,
  styles: `
    :host {
      display: block;
    }
    ui-note {
      margin: var(--space-3) 0;
    }
  `,
})
export class FormProblem {
  readonly problem = input.required<ApiProblem | undefined>();
  /** Fields of the form; a refusal of one of them is shown there. */
  readonly fields = input.required<readonly string[]>();
  protected readonly shown = computed(() => {
    const problem = this.problem();
    return problem && !this.fields().some((field) => problem.faultOf(field)) ? problem : undefined;
  });
}
