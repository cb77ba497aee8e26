import { Component, computed, inject, input, output } from '@angular/core';
import { ASSUMPTION_STATUS_LABELS, MAP_NODE_KINDS, type MapNodeKind } from '@hoest/benefits';
import { DayPipe, Icon, LabelPipe, StatusMark } from '@hoest/ui';
import { mapTexts } from '../benefits-texts';
import { MapStore } from './map-store';

/** How each status of an assumption is marked. */
export const ASSUMPTION_MARKS = { holds: 'on_track', uncertain: 'watch', broken: 'deviation' } as const;

/** The map as four lists: each node with what it leads to and what that rests on. */
@Component({
  selector: 'app-map-list',
  imports: [DayPipe, Icon, LabelPipe, StatusMark],
  templateUrl: './map-list.html',
  styles: `
    :host {
      display: block;
    }
    li + li {
      margin-top: 4px;
    }
    .title {
      width: 28%;
    }
    .to {
      width: 32%;
    }
    ui-status {
      font-size: var(--text-sm);
      white-space: normal;
    }
    @media (max-width: 720px) {
      .title,
      .to {
        width: auto;
      }
    }
  `,
})
export class MapList {
  protected readonly store = inject(MapStore);
  protected readonly t = mapTexts.inject();
  readonly chosen = input<string>();
  readonly opened = output<string>();
  readonly openedLink = output<string>();
  readonly added = output<MapNodeKind>();
  protected readonly marks = ASSUMPTION_MARKS;
  protected readonly statuses = ASSUMPTION_STATUS_LABELS;

  protected readonly groups = computed(() =>
    MAP_NODE_KINDS.map((kind) => ({
      kind,
      rows: this.store
        .nodes()
        .filter((node) => node.kind === kind)
        .map((node) => {
          const links = this.store.links().filter(({ from }) => from.id === node.id);
          return {
            node,
            links,
            assumptions: links.flatMap(({ link }) => link.assumptions.map((assumption) => ({ assumption, link }))),
          };
        }),
    })),
  );

  /** Focuses the button of a node. */
  focus(id: string): void {
    document.getElementById(`map-row-${id}`)?.focus();
  }
}
