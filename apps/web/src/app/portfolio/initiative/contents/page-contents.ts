import { afterNextRender, Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { focusField } from '../../../fields/edited-row';
import { initiativeTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { type Section, SECTIONS } from './page-sections';

/** Table of contents of an initiative's page: each section with what is missing in it, else how much it holds. */
@Component({
  selector: 'app-page-contents',
  template: `<nav [attr.aria-label]="t('contents')">
    @for (entry of entries(); track entry.section) {
      <a
        [attr.href]="'#' + entry.section"
        [attr.aria-current]="entry.section === current() ? 'true' : null"
        (click)="go($event, entry.section)"
      >
        {{ t(nameOf(entry.section)) }}
        @if (entry.missing) {
          <span class="missing">{{ t('contents.missing', { n: entry.missing }) }}</span>
        } @else if (entry.count) {
          <span class="count">{{ entry.count }}</span>
        }
      </a>
    }
  </nav>`,
  styleUrl: './page-contents.css',
})
export class PageContents {
  protected readonly t = initiativeTexts.inject();
  private readonly store = inject(InitiativeStore);
  private readonly document = inject(DOCUMENT);

  protected readonly nameOf = (section: Section) => `section.${section}` as const;

  /** The section in view. */
  protected readonly current = signal<Section>('facts');
  protected readonly entries = computed(() => {
    const counts: Partial<Record<Section, number>> = {
      goals: (this.store.initiative()?.primaryGoalId ? 1 : 0) + (this.store.initiative()?.secondaryGoalIds.length ?? 0),
      benefits: this.store.initiative()?.benefitCount,
      adoption: this.store.adoption.value()?.items.length,
      decisions: this.store.decisions.value()?.items.length,
    };
    return SECTIONS.map((section) => ({
      section,
      missing: this.store.missing().get(section)?.size ?? 0,
      count: counts[section] ?? 0,
    }));
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const view = this.document.defaultView;
      const follow = () => this.follow();
      view?.addEventListener('scroll', follow, { passive: true });
      destroyed.onDestroy(() => view?.removeEventListener('scroll', follow));
    });
  }

  /** Moves focus and view without a navigation: the address keeps what is open. */
  protected go(event: Event, section: Section): void {
    event.preventDefault();
    this.current.set(section);
    focusField(this.document, section);
  }

  private follow(): void {
    const above = SECTIONS.filter((section) => {
      const top = this.document.getElementById(section)?.getBoundingClientRect().top;
      return top !== undefined && top < 160;
    });
    this.current.set(above.at(-1) ?? 'facts');
  }
}
