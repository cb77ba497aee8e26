import { Component, computed, input, output } from '@angular/core';
import type { ApiProblem } from '../../api/api-problem';
import { anchorOf } from './missing';

/** Everything that stands against a wish, one line each; what is about a field of the page leads to it. */
@Component({
  selector: 'app-refusal',
  template: `@if (lines().length) {
      <ul>
        @for (line of lines(); track $index) {
          <li>
            @if (line.anchor; as anchor) {
              <button type="button" class="link" (click)="go.emit(anchor)">{{ line.detail }}</button>
            } @else {
              {{ line.detail }}
            }
          </li>
        }
      </ul>
    } @else {
      <p>{{ problem().problem.detail }}</p>
    }`,
})
export class Refusal {
  readonly problem = input.required<ApiProblem>();
  /** The reader wants to see the field with this anchor. */
  readonly go = output<string>();
  protected readonly lines = computed(() =>
    (this.problem().problem.errors ?? []).map(({ pointer, detail }) => ({ detail, anchor: anchorOf(pointer) })),
  );
}
