import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import {
  BENEFIT_CLASS_LABELS,
  BENEFIT_STATE_LABELS,
  CHANGE_ACTIVITY_KIND_LABELS,
  ENABLER_KIND_LABELS,
  mayLeadTo,
} from '@hoest/benefits';
import { mapRoutes } from '@hoest/contracts';
import { Choose, DayPipe, Field, Format, injectUiText, LabelPipe, Note, SidePanel } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { mapTexts } from '../benefits-texts';
import { LinkDetails } from './link-details';
import type { DrawnNode } from './map-nodes';
import { MapStore } from './map-store';
import { NodeForm, type WrittenKind } from './node-form';

/** What is open beside the map: a node, a link, or the form for a new node. */
export type Opened = { node: string } | { link: string } | { add: WrittenKind };

/** Facts and editing of what is open; the same for graph and list. */
@Component({
  selector: 'app-map-panel',
  imports: [Choose, DayPipe, Field, LabelPipe, LinkDetails, NodeForm, Note, ScopeLink, SidePanel],
  templateUrl: './map-panel.html',
  styles: `
    h3 {
      margin-top: var(--space-5);
    }
    h2 + p,
    app-link-details,
    app-node-form {
      display: block;
      margin-top: var(--space-2);
    }
    .facts-list {
      margin-top: var(--space-3);
    }
    .ends button {
      text-align: left;
    }
    li + li {
      margin-top: 4px;
    }
    ui-note {
      margin-top: var(--space-3);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      margin-top: var(--space-3);
    }
  `,
})
export class MapPanel {
  protected readonly store = inject(MapStore);
  private readonly format = inject(Format);
  protected readonly ui = injectUiText();
  protected readonly t = mapTexts.inject();
  private readonly panel = viewChild(SidePanel);

  readonly open = input.required<Opened>();
  readonly openedNode = output<string>();
  readonly openedLink = output<string>();
  readonly closed = output();

  protected readonly editing = signal<string | undefined>(undefined);
  protected readonly removing = signal<string | undefined>(undefined);
  protected readonly target = signal<string | null>(null);
  protected readonly enablerKinds = ENABLER_KIND_LABELS;
  protected readonly activityKinds = CHANGE_ACTIVITY_KIND_LABELS;
  protected readonly states = BENEFIT_STATE_LABELS;
  protected readonly classes = BENEFIT_CLASS_LABELS;

  protected readonly adding = computed(() => {
    const open = this.open();
    return 'add' in open ? open.add : undefined;
  });
  protected readonly node = computed(() => {
    const open = this.open();
    return 'node' in open ? this.store.nodes().find(({ id }) => id === open.node) : undefined;
  });
  protected readonly link = computed(() => {
    const open = this.open();
    return 'link' in open ? this.store.links().find(({ link }) => link.id === open.link) : undefined;
  });
  protected readonly label = computed(() => {
    const [adding, node, link] = [this.adding(), this.node(), this.link()];
    if (adding) return this.t(`add.${adding}`);
    return (
      node?.title ?? (link ? this.t('link.label', { from: link.from.title, to: link.to.title }) : this.t('panel.gone'))
    );
  });
  protected readonly enabler = computed(() => this.store.map()?.enablers.find(({ id }) => id === this.node()?.id));
  protected readonly activity = computed(() =>
    this.store.map()?.changeActivities.find(({ id }) => id === this.node()?.id),
  );
  protected readonly benefit = computed(() => this.store.map()?.benefits.find(({ id }) => id === this.node()?.id));
  protected readonly goal = computed(() => this.store.map()?.goals.find(({ id }) => id === this.node()?.id));
  protected readonly outgoing = computed(() => this.store.links().filter(({ from }) => from.id === this.node()?.id));
  protected readonly incoming = computed(() => this.store.links().filter(({ to }) => to.id === this.node()?.id));
  /** Whether the reader may change the node here. */
  protected readonly mayEdit = computed(() => {
    const node = this.node();
    return this.store.mayEdit() && node !== undefined && this.store.isOwn(node);
  });
  protected readonly targets = computed(() => {
    const node = this.node();
    return node && this.mayEdit() ? this.store.targetsOf(node) : [];
  });

  focus(): void {
    this.panel()?.focus();
  }

  protected leads(node: DrawnNode): boolean {
    return mayLeadTo(node.kind).length > 0;
  }

  /** The figures of an activity that are told, as label and text. */
  protected readonly figures = computed(() => {
    const activity = this.activity();
    if (!activity) return [];
    const hours = (value: string | null) =>
      value === null ? null : `${this.format.number(value)} ${this.t('unit.hours')}`;
    const budget =
      activity.budgetMinor === null
        ? null
        : this.format.amountWithUnit(BigInt(activity.budgetMinor), { currency: activity.currency });
    const rows: [Parameters<typeof this.t>[0], string | null][] = [
      ['field.hoursPlanned', hours(activity.hoursPlanned)],
      ['field.budget', budget],
      ['field.persons', activity.personsPlanned === null ? null : this.format.number(activity.personsPlanned)],
      ['field.hoursNeeded', hours(activity.hoursNeeded)],
      ['field.hoursDelivered', hours(activity.hoursDeliveredReleased)],
    ];
    return rows.flatMap(([label, text]) => (text === null ? [] : [{ label: this.t(label), text }]));
  });

  protected async connect(event: Event): Promise<void> {
    event.preventDefault();
    const [node, target] = [this.node(), this.target()];
    if (!node || !target) return;
    if (await this.store.link(node, target)) this.target.set(null);
  }

  protected async remove(): Promise<void> {
    const [enabler, activity] = [this.enabler(), this.activity()];
    const done = await this.store.write((client) => {
      if (enabler)
        return client.call(mapRoutes.removeEnabler, { params: { id: enabler.id }, ifMatch: enabler.version });
      const { id = '', version } = activity ?? {};
      return client.call(mapRoutes.removeChangeActivity, { params: { id }, ifMatch: version });
    });
    if (done) this.closed.emit();
  }
}
