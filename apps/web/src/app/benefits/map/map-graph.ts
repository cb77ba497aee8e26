import {
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import { ASSUMPTION_STATUS_LABELS, MAP_NODE_KINDS, type MapNodeKind } from '@hoest/benefits';
import { elementWidth, Icon, LabelPipe, StatusMark } from '@hoest/ui';
import { mapTexts } from '../benefits-texts';
import { type Direction, layoutMap, neighbourOf } from './map-layout';
import type { DrawnNode } from './map-nodes';
import { MapStore } from './map-store';

const DIRECTIONS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] satisfies Direction[];
/** Height of a node until it is measured: one line of title. */
const ASSUMED_HEIGHT = 58;
/** What an A4 page holds between its margins, in CSS pixels. */
const PAPER_WIDTH = 672;

/**
 * The map as a graph: four columns under their headings, nodes as buttons, arrows behind them. Arrow keys follow the
 * links, Enter opens a node; with the pointer a node's handle is drawn to another node to link the two.
 */
@Component({
  selector: 'app-map-graph',
  imports: [Icon, LabelPipe, StatusMark],
  templateUrl: './map-graph.html',
  styleUrl: './map-graph.css',
})
export class MapGraph {
  protected readonly store = inject(MapStore);
  protected readonly t = mapTexts.inject();
  /** Id of the node or link that is open beside the graph. */
  readonly chosen = input<string>();
  readonly opened = output<string>();
  readonly openedLink = output<string>();
  readonly added = output<MapNodeKind>();

  protected readonly kinds = MAP_NODE_KINDS;
  protected readonly statuses = ASSUMPTION_STATUS_LABELS;
  private readonly width = elementWidth(1200);
  private readonly heights = signal<ReadonlyMap<string, number>>(new Map());
  private readonly elements = viewChildren<ElementRef<HTMLElement>>('element');
  protected readonly layout = computed(() =>
    layoutMap(this.store.nodes(), this.store.links(), (id) => this.heights().get(id) ?? ASSUMED_HEIGHT, this.width()),
  );
  protected readonly printZoom = computed(() => Math.min(1, PAPER_WIDTH / this.layout().width));
  protected readonly has = computed(() => new Set(this.store.nodes().map(({ kind }) => kind)));

  /** The arrow being drawn from a handle, and what it is over. */
  protected readonly drawn = signal<{ from: DrawnNode; path: string; over: string | undefined } | undefined>(undefined);

  constructor() {
    if (typeof ResizeObserver !== 'function') return;
    const observer = new ResizeObserver(() => this.measure());
    effect(() => {
      observer.disconnect();
      for (const { nativeElement } of this.elements()) observer.observe(nativeElement);
    });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  /** Puts the focus on a node. */
  focus(id: string): void {
    this.elementOf(id)?.querySelector('button')?.focus();
  }

  /** What a node leads to and comes from, for those who do not see the arrows. */
  protected described(id: string): string {
    const links = this.store.links();
    const to = links.filter(({ from }) => from.id === id).map((one) => one.to.title);
    const from = links.filter((one) => one.to.id === id).map((one) => one.from.title);
    return [
      to.length > 0 ? this.t('graph.leadsTo', { titles: to.join(', ') }) : '',
      from.length > 0 ? this.t('graph.comesFrom', { titles: from.join(', ') }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  protected go(event: KeyboardEvent, id: string): void {
    if (!DIRECTIONS.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = neighbourOf(this.layout(), id, event.key as Direction);
    if (next) this.focus(next);
  }

  protected begin(event: PointerEvent, from: DrawnNode): void {
    event.preventDefault();
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.drawn.set({ from, path: '', over: undefined });
  }

  protected move(event: PointerEvent, canvas: HTMLElement): void {
    const drawn = this.drawn();
    const start = this.layout().nodes.find(({ node }) => node.id === drawn?.from.id);
    if (!drawn || !start) return;
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const left = start.x + this.layout().nodeWidth;
    const turn = (left + x) / 2;
    const over = this.nodeAt(event);
    this.drawn.set({
      ...drawn,
      path: `M${left} ${start.middle}C${turn} ${start.middle} ${turn} ${y} ${x} ${y}`,
      over: over && over.id !== drawn.from.id ? over.id : undefined,
    });
  }

  protected end(event: PointerEvent): void {
    const drawn = this.drawn();
    this.drawn.set(undefined);
    const over = this.nodeAt(event);
    if (drawn && over && over.id !== drawn.from.id) void this.store.link(drawn.from, over.id);
  }

  protected takes(node: DrawnNode): boolean {
    const from = this.drawn()?.from;
    return from !== undefined && this.store.mayLink(from, node);
  }

  private nodeAt({ clientX, clientY }: PointerEvent): DrawnNode | undefined {
    const id = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-node]')?.dataset['node'];
    return this.store.nodes().find((node) => node.id === id);
  }

  private elementOf(id: string): HTMLElement | undefined {
    return this.elements().find(({ nativeElement }) => nativeElement.dataset['node'] === id)?.nativeElement;
  }

  private measure(): void {
    const found = this.elements().map(
      ({ nativeElement }) => [nativeElement.dataset['node'] ?? '', nativeElement.offsetHeight] as const,
    );
    const now = this.heights();
    // Laid out again only for a real change; a hidden graph measures nothing.
    if (found.some(([id, height]) => height > 0 && now.get(id) !== height)) this.heights.set(new Map(found));
  }
}
