import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  CHANGE_ACTIVITY_KIND_LABELS,
  CHANGE_ACTIVITY_KINDS,
  ENABLER_KIND_LABELS,
  ENABLER_KINDS,
} from '@hoest/benefits';
import { type ChangeActivity, type Enabler, mapRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import {
  Choose,
  DateInput,
  Field,
  injectUiText,
  LabelPipe,
  MoneyInput,
  NumberInput,
  type Option,
  UiControl,
} from '@hoest/ui';
import type { ApiClient } from '../../api/api-client';
import { People } from '../../organisation/people';
import { Scope } from '../../shell/scope';
import { mapTexts } from '../benefits-texts';
import { MapStore } from './map-store';

/** What the form writes: one of the two kinds of node that belong to the map alone. */
export type WrittenKind = 'enabler' | 'change_activity';

/** Writes an enabler or a change activity, a new one or one that is there. */
@Component({
  selector: 'app-node-form',
  imports: [Choose, DateInput, Field, LabelPipe, MoneyInput, NumberInput, UiControl],
  templateUrl: './node-form.html',
  styles: `
    :host {
      display: block;
    }
    .actions {
      margin-top: var(--space-3);
    }
  `,
  host: { '(keydown.control.enter)': 'save($event)' },
})
export class NodeForm {
  protected readonly store = inject(MapStore);
  private readonly people = inject(People);
  private readonly scope = inject(Scope);
  protected readonly ui = injectUiText();
  protected readonly t = mapTexts.inject();
  private readonly title = viewChild.required<ElementRef<HTMLInputElement>>('title');
  private readonly kindField = viewChild.required<ElementRef<HTMLSelectElement>>('kindField');
  private readonly note = viewChild<ElementRef<HTMLTextAreaElement>>('note');

  readonly kind = input.required<WrittenKind>();
  readonly enabler = input<Enabler>();
  readonly activity = input<ChangeActivity>();
  /** Id of what was written. */
  readonly saved = output<string>();
  readonly cancelled = output();

  protected readonly isNew = computed(() => !this.enabler() && !this.activity());
  protected readonly enablerKinds = ENABLER_KINDS;
  protected readonly enablerLabels = ENABLER_KIND_LABELS;
  protected readonly activityKinds = CHANGE_ACTIVITY_KINDS;
  protected readonly activityLabels = CHANGE_ACTIVITY_KIND_LABELS;
  protected readonly units = computed<readonly Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, level }) => ({ id, label: name, depth: level })),
  );
  protected readonly persons = this.people.options;

  protected readonly unitId = linkedSignal(() => this.activity()?.unitId ?? null);
  protected readonly ownerId = linkedSignal(() => this.activity()?.ownerId ?? null);
  protected readonly dueOn = linkedSignal<CalendarDate | null>(() => this.activity()?.dueOn ?? null);
  protected readonly doneOn = linkedSignal<CalendarDate | null>(() => this.activity()?.doneOn ?? null);
  protected readonly hoursPlanned = linkedSignal(() => this.activity()?.hoursPlanned ?? null);
  protected readonly budgetMinor = linkedSignal(() => this.activity()?.budgetMinor ?? null);
  protected readonly personsPlanned = linkedSignal(() => this.activity()?.personsPlanned?.toString() ?? null);
  protected readonly hoursNeeded = linkedSignal(() => this.activity()?.hoursNeeded ?? null);
  protected readonly hoursDelivered = linkedSignal(() => this.activity()?.hoursDeliveredReleased ?? null);
  protected readonly titleMissing = signal(false);

  constructor() {
    void this.people.load();
  }

  protected fault(field: string): string | undefined {
    return this.store.problem()?.faultOf(field);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().nativeElement.value.trim();
    this.titleMissing.set(!title);
    const initiative = this.store.subject();
    if (!title || !initiative) return;
    let id = '';
    const done = await this.store.write(async (client) => {
      id = (
        this.kind() === 'enabler' ? await this.writeEnabler(client, title) : await this.writeActivity(client, title)
      ).id;
    });
    if (done) this.saved.emit(id);
  }

  private writeEnabler(client: ApiClient, title: string): Promise<Enabler> {
    const body = {
      title,
      kind: ENABLER_KINDS.find((one) => one === this.kindField().nativeElement.value) ?? null,
      note: this.note()?.nativeElement.value ?? null,
    };
    const known = this.enabler();
    return known
      ? client.call(mapRoutes.changeEnabler, { params: { id: known.id }, body, ifMatch: known.version })
      : client.call(mapRoutes.addEnabler, { params: { id: this.store.subject()?.id ?? '' }, body });
  }

  private writeActivity(client: ApiClient, title: string): Promise<ChangeActivity> {
    const persons = this.personsPlanned();
    const body = {
      title,
      kind: CHANGE_ACTIVITY_KINDS.find((one) => one === this.kindField().nativeElement.value) ?? 'training',
      unitId: this.unitId(),
      ownerId: this.ownerId(),
      dueOn: this.dueOn(),
      doneOn: this.doneOn(),
      hoursPlanned: this.hoursPlanned(),
      budgetMinor: this.budgetMinor(),
      personsPlanned: persons === null ? null : Number(persons),
      hoursNeeded: this.hoursNeeded(),
      hoursDeliveredReleased: this.hoursDelivered(),
    };
    const known = this.activity();
    return known
      ? client.call(mapRoutes.changeChangeActivity, { params: { id: known.id }, body, ifMatch: known.version })
      : client.call(mapRoutes.addChangeActivity, { params: { id: this.store.subject()?.id ?? '' }, body });
  }
}
