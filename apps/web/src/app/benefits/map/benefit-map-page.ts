import { afterNextRender, Component, computed, effect, inject, Injector, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import type { MapNodeKind } from '@hoest/benefits';
import { calendarDateIn } from '@hoest/quantities';
import { Empty, Format, UiLocale } from '@hoest/ui';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts, mapTexts } from '../benefits-texts';
import { MapGraph } from './map-graph';
import { MapList } from './map-list';
import { MapPanel, type Opened } from './map-panel';
import { MapStore } from './map-store';

/** Where the list comes first: the graph has no room. */
const PHONE = '(max-width: 720px)';

/**
 * The benefit map of an initiative or a goal: `/benefits/map?initiative=…` or `?goal=…`, with `view=list` or `view=graph`,
 * and `node=`, `link=` or `add=` for what is open beside it.
 */
@Component({
  selector: 'app-benefit-map-page',
  imports: [Empty, MapGraph, MapList, MapPanel, PageFrame, ReadingState, ScopeLink],
  providers: [MapStore],
  templateUrl: './benefit-map-page.html',
  styleUrl: './benefit-map-page.css',
})
export class BenefitMapPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly injector = inject(Injector);
  protected readonly store = inject(MapStore);
  protected readonly t = mapTexts.inject();
  protected readonly area = benefitsTexts.inject();
  private readonly graph = viewChild(MapGraph);
  private readonly list = viewChild(MapList);
  private readonly panel = viewChild(MapPanel);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly view = computed(() => {
    const asked = this.params().get('view');
    if (asked === 'list' || asked === 'graph') return asked;
    return typeof matchMedia === 'function' && matchMedia(PHONE).matches ? 'list' : 'graph';
  });
  protected readonly open = computed<Opened | undefined>(() => {
    const params = this.params();
    const [node, link, add] = [params.get('node'), params.get('link'), params.get('add')];
    if (add === 'enabler' || add === 'change_activity') return { add };
    if (link) return { link };
    return node ? { node } : undefined;
  });
  /** Id of what is open, for graph and list to mark. */
  protected readonly chosen = computed(() => this.params().get('link') ?? this.params().get('node') ?? undefined);
  protected readonly subject = computed(() => this.store.map()?.subject);
  protected readonly heading = computed(() => {
    const title = this.subject()?.title;
    return title ? this.t('title.of', { title }) : this.t('title');
  });
  protected readonly views = ['graph', 'list'] as const;
  protected readonly empty = computed(() => this.store.map() !== undefined && this.store.nodes().length === 0);
  /** How many assumptions do not hold, as the sentence the page begins with. */
  protected readonly lead = computed(() => {
    const map = this.store.map();
    if (!map || this.empty()) return '';
    const statuses = map.links.flatMap(({ assumptions }) => assumptions.map(({ status }) => status));
    const behind = map.behindBroken.filter(({ node }) => node.kind === 'benefit').length;
    const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
    if (behind > 0) return this.t('lead.broken', { n: behind, of: map.benefits.length });
    if (count('uncertain') > 0) return this.t('lead.uncertain', { n: count('uncertain') });
    return statuses.length > 0 ? this.t('lead.holds', { n: statuses.length }) : this.t('lead.none');
  });
  protected readonly asOf = computed(() =>
    this.t('asOf', {
      date: this.format.date(calendarDateIn(this.store.reading().readAt() ?? new Date(), this.locale.timeZone())),
    }),
  );

  constructor() {
    effect(() => {
      const params = this.params();
      const [initiative, goal] = [params.get('initiative'), params.get('goal')];
      const subject = initiative
        ? { kind: 'initiative' as const, id: initiative }
        : goal
          ? { kind: 'goal' as const, id: goal }
          : undefined;
      if (JSON.stringify(untracked(this.store.subject)) !== JSON.stringify(subject)) this.store.subject.set(subject);
    });
  }

  protected openNode(node: string): void {
    this.show({ node }, 'panel');
  }

  protected openLink(link: string): void {
    this.show({ link }, 'panel');
  }

  protected add(kind: MapNodeKind): void {
    if (kind === 'enabler' || kind === 'change_activity') this.show({ add: kind }, 'panel');
    else
      void this.router.navigate(['/initiatives', this.subject()?.id, 'benefits', 'new'], {
        queryParams: this.scope.params(),
      });
  }

  protected close(): void {
    const link = this.store.links().find((one) => one.link.id === this.params().get('link'));
    const back = this.params().get('node') ?? link?.from.id;
    this.store.problem.set(undefined);
    this.show({}, undefined);
    if (!back) return;
    afterNextRender(() => (this.view() === 'graph' ? this.graph() : this.list())?.focus(back), {
      injector: this.injector,
    });
  }

  protected print(): void {
    window.print();
  }

  protected viewParams(view: 'graph' | 'list'): Params {
    return { ...this.route.snapshot.queryParams, view };
  }

  /** Puts what is open into the address, and the focus there. */
  private show(open: { node?: string; link?: string; add?: string }, focus: 'panel' | undefined): void {
    this.store.problem.set(undefined);
    const queryParams = { node: null, link: null, add: null, ...open };
    void this.router
      .navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', scroll: 'manual' })
      .then(() => {
        if (focus) afterNextRender(() => this.panel()?.focus(), { injector: this.injector });
      });
  }
}
