import { Component, computed, inject, input } from '@angular/core';
import { StatusMark } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { mapTexts } from '../benefits-texts';
import { BrokenAssumptions } from './broken-assumptions';

/**
 * Mark and word at a benefit that rests on a broken assumption, leading to the map where it broke; nothing at any other.
 * `told` also says which assumption, for the benefit's own page.
 */
@Component({
  selector: 'app-broken-mark',
  imports: [ScopeLink, StatusMark],
  template: `@if (first(); as broken) {
    <ui-status status="deviation">
      <a
        scopeLink="/benefits/map"
        [params]="{ initiative: broken.initiativeId, link: broken.mapLinkId }"
        [attr.title]="broken.text"
        >{{ t('broken.mark', { n: all().length }) }}</a
      >
    </ui-status>
    @if (told()) {
      @for (one of all(); track one.id) {
        <span class="told small">{{ t('broken.told', { text: one.text, from: one.fromTitle, to: one.toTitle }) }}</span>
      }
    }
  }`,
  host: { '[class.whole]': 'told()' },
  styles: `
    :host {
      display: block;
    }
    /* In a line of facts the told one takes a line of its own. */
    :host(.whole) {
      flex-basis: 100%;
    }
    :host(:empty) {
      display: none;
    }
    a {
      color: inherit;
      font-size: var(--text-sm);
    }
    .told {
      display: block;
      max-width: var(--measure);
    }
  `,
})
export class BrokenMark {
  private readonly broken = inject(BrokenAssumptions);
  protected readonly t = mapTexts.inject();
  readonly benefitId = input.required<string>();
  readonly told = input(false);
  protected readonly all = computed(() => this.broken.of(this.benefitId()));
  protected readonly first = computed(() => this.all()[0]);
}
