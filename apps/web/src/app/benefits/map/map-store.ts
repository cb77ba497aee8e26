import { computed, inject, Injectable, signal } from '@angular/core';
import { checkLink, MAP_NODE_KIND_LABELS, type MapNode, type MapNodeKind, mayLeadTo } from '@hoest/benefits';
import { benefitRoutes, goalRoutes, mapRoutes } from '@hoest/contracts';
import { type Option, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { read } from '../../api/read';
import { type DrawnNode, linksOf, nodesOf } from './map-nodes';

/** Whose map is shown. */
export interface MapSubject {
  kind: 'initiative' | 'goal';
  id: string;
}

/** Other initiatives' benefits that can be chosen at once; with more, the list narrows by typing. */
const MOST_FOREIGN = 200;

/** A node that a link may lead to, with the words the list of choices shows. */
type Target = MapNode & { title: string; hint: string };

/** One benefit map while it is looked at: read, followed, written; graph, list and panel share it. */
@Injectable()
export class MapStore {
  private readonly client = inject(ApiClient);
  private readonly locale = inject(UiLocale);

  readonly subject = signal<MapSubject | undefined>(undefined);
  private readonly ofInitiative = read(mapRoutes.readInitiativeMap, () => this.params('initiative'), {
    topics: ['benefit_map', 'benefit'],
  });
  private readonly ofGoal = read(mapRoutes.readGoalMap, () => this.params('goal'), {
    topics: ['benefit_map', 'benefit'],
  });
  readonly reading = computed(() => (this.subject()?.kind === 'goal' ? this.ofGoal : this.ofInitiative));
  readonly map = computed(() => this.reading().value());
  readonly nodes = computed<readonly DrawnNode[]>(() => {
    const map = this.map();
    return map ? nodesOf(map) : [];
  });
  readonly links = computed(() => {
    const map = this.map();
    return map ? linksOf(map, this.nodes()) : [];
  });
  readonly mayEdit = computed(() => this.map()?.mayEdit ?? false);
  private readonly goals = read(goalRoutes.listGoals, () => (this.mayEdit() ? { query: {} } : undefined));
  private readonly others = read(benefitRoutes.listBenefits, () =>
    this.mayEdit() ? { query: { limit: MOST_FOREIGN } } : undefined,
  );

  /** Why the latest write was refused; undefined after one that went through. */
  readonly problem = signal<ApiProblem | undefined>(undefined);
  readonly busy = signal(false);

  /** Whether a node is of the initiative whose map this is. */
  isOwn(node: MapNode): boolean {
    return node.initiativeId !== null && node.initiativeId === this.subject()?.id;
  }

  /** What a node may lead to and does not yet, column by column. */
  targetsOf(from: MapNode): readonly Option[] {
    return this.targets(from).map(({ id, title, hint }) => ({ id, label: title, hint }));
  }

  /** Whether a link from one to the other could be added, as far as this map tells. */
  mayLink(from: MapNode, to: MapNode): boolean {
    return checkLink(from, to, this.arrows()).kind === 'allowed';
  }

  /** Adds a link; whether it went through. */
  async link(from: MapNode, to: string): Promise<boolean> {
    const target = this.targets(from).find(({ id }) => id === to) ?? this.nodes().find(({ id }) => id === to);
    const initiative = from.initiativeId;
    if (!target || !initiative) return false;
    const body = { from: { kind: from.kind, id: from.id }, to: { kind: target.kind, id: to } };
    return this.write(() => this.client.call(mapRoutes.addMapLink, { params: { id: initiative }, body }));
  }

  /** Makes a write, reads the map again, and keeps why it was refused; whether it went through. */
  async write(work: (client: ApiClient) => Promise<unknown>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work(this.client);
      return true;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      return false;
    } finally {
      this.busy.set(false);
      this.reading().reload();
    }
  }

  private arrows() {
    return this.links().map(({ from, to }) => ({ from: from.id, to: to.id }));
  }

  private targets(from: MapNode): Target[] {
    const allowed = mayLeadTo(from.kind);
    const arrows = this.arrows();
    const hint = (kind: MapNodeKind) => this.locale.label(MAP_NODE_KIND_LABELS[kind]);
    const known = this.nodes().map((node): Target => ({ ...node, hint: node.origin ?? hint(node.kind) }));
    const goals = (this.goals.value()?.items ?? []).map(({ id, title, code }): Target => ({
      kind: 'goal',
      id,
      initiativeId: null,
      title,
      hint: `${hint('goal')} ${code}`,
    }));
    const others = (this.others.value()?.items ?? []).map(({ id, title, initiativeId, initiativeCode }): Target => ({
      kind: 'benefit',
      id,
      initiativeId,
      title,
      hint: initiativeCode,
    }));
    const all = new Map([...others, ...goals, ...known].map((target) => [target.id, target]));
    return [...all.values()]
      .filter((to) => allowed.includes(to.kind) && checkLink(from, to, arrows).kind === 'allowed')
      .sort(
        (a, b) =>
          allowed.indexOf(a.kind) - allowed.indexOf(b.kind) ||
          Number(b.initiativeId === from.initiativeId) - Number(a.initiativeId === from.initiativeId),
      );
  }

  private params(kind: MapSubject['kind']) {
    const subject = this.subject();
    return subject?.kind === kind ? { params: { id: subject.id } } : undefined;
  }
}
