import { Component, computed, ElementRef, inject, input, viewChild } from '@angular/core';
import { benefitRoutes, type Overview } from '@hoest/contracts';
import { Icon } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { injectKnownAreas } from '../known-areas';
import { overviewTexts } from '../overview-texts';
import { GUIDE_STEPS, GuideMemory, type GuideStep } from './guide-memory';

/** Five steps through the demo for the signed-in role; each a link that is ticked when it was followed. */
@Component({
  selector: 'app-guided-path',
  imports: [Icon, ScopeLink],
  templateUrl: './guided-path.html',
  styles: `
    .guide {
      margin-top: var(--space-6);
      padding: var(--space-3) var(--space-4) var(--space-4);
      border-top: 3px solid var(--accent);
      background: var(--surface-sunken);
    }
    h2 {
      font-size: var(--text-lg);
    }
    h2:focus {
      outline: none;
    }
    ol {
      display: grid;
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: var(--space-3) var(--space-6);
    }
    li {
      display: grid;
      grid-template-columns: 22px minmax(0, 1fr);
      gap: 0 6px;
    }
    .mark {
      color: var(--accent);
      font: var(--weight-strong) var(--text-xl) / 1.05 var(--font-display);
    }
    .done .mark {
      color: var(--on-track);
    }
    li a,
    li b {
      font-weight: var(--weight-medium);
    }
    li .sub {
      margin-top: 2px;
      line-height: 1.35;
    }
    @media (max-width: 1279px) {
      ol {
        grid-template-columns: repeat(auto-fit, minmax(250px, 1fr));
      }
    }
  `,
})
export class GuidedPath {
  private readonly sessions = inject(SessionStore);
  private readonly scope = inject(Scope);
  private readonly memory = inject(GuideMemory);
  private readonly knows = injectKnownAreas();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly t = overviewTexts.inject();
  readonly overview = input.required<Overview>();
  readonly personId = input.required<string>();

  /** A gain worth looking at: the largest that is being realised. */
  private readonly gain = read(benefitRoutes.listBenefits, () => ({
    query: { limit: 1, sort: '-value', 'filter[state]': 'in_realisation', 'filter[unitId]': this.scope.unitId() },
  }));
  protected readonly done = computed(() => this.memory.of(this.personId()).done);
  protected readonly steps = computed(() =>
    GUIDE_STEPS.map((id) => ({ id, link: this.link(id), why: this.why(id), done: this.done().includes(id) })),
  );

  /** Brings the path into view for someone who asked for it. */
  focus(): void {
    this.heading().nativeElement.focus();
  }

  protected take(step: GuideStep): void {
    this.memory.take(this.personId(), step);
  }

  protected hide(): void {
    this.memory.hide(this.personId(), true);
  }

  /** Where a step leads; null when the role or this version has no page for it. */
  private link(step: GuideStep): string[] | null {
    const gain = this.gain.value()?.items[0];
    const links: Record<GuideStep, string[] | null> = {
      register: this.sessions.may('initiative.register') ? ['/initiatives', 'new'] : null,
      curve: gain ? ['/benefits', gain.id] : ['/benefits'],
      measure: this.sessions.may('measurement.record') ? ['/benefits', 'due'] : null,
      import: this.sessions.may('import.initiatives') ? ['/imports', 'new'] : ['/imports'],
      maturity: ['/maturity'],
    };
    const link = links[step];
    return link && this.knows(link[0]?.slice(1) ?? '') ? link : null;
  }

  private why(step: GuideStep): string {
    const gain = this.gain.value()?.items[0];
    switch (step) {
      case 'register':
        return this.t(this.sessions.may('initiative.register') ? 'guide.registerWhy' : 'guide.asManager');
      case 'curve':
        return gain ? this.t('guide.curveWhy', { title: gain.title }) : this.t('guide.curveAny');
      case 'measure':
        if (!this.sessions.may('measurement.record')) return this.t('guide.asManager');
        return this.overview().dueFromMe > 0
          ? this.t('guide.measureWhy', { n: this.overview().dueFromMe })
          : this.t('guide.measureNone');
      case 'import':
        return this.t(this.sessions.may('import.initiatives') ? 'guide.importWhy' : 'guide.asOffice');
      case 'maturity':
        return this.t('guide.maturityWhy');
    }
  }
}
