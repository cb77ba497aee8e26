import { computed, inject, Injectable, signal } from '@angular/core';
import { type Benefit, benefitRoutes, goalRoutes, poolRoutes } from '@hoest/contracts';
import { Format, type Option } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { read } from '../../api/read';
import { People } from '../../organisation/people';
import { SessionStore } from '../../organisation/session-store';
import { Scope } from '../../shell/scope';
import { benefitTexts } from '../benefits-texts';
import type { EditedRow } from '../../fields/edited-row';

/** What a plan version holds; after go-live these change by decision only. */
const PLANNED_FIELDS: readonly string[] = [
  'fullYearValueMinor',
  'attribution',
  'startsOn',
  'endsOn',
  'polarity',
  'currency',
  'poolId',
];

/** Sections that are read until somebody chooses to edit them. */
export type BenefitSectionName = 'value' | 'profile' | 'measures';

/** Fields of the full profile, by what the rules call them. */
const PROFILE_FIELD_NAMES: Partial<Record<string, string>> = { owner: 'ownerId', goal: 'goalId' };

/** One benefit while it is looked at: read, followed, saved field by field; and what its fields choose from. */
@Injectable()
export class BenefitStore {
  private readonly sessions = inject(SessionStore);
  private readonly people = inject(People);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly t = benefitTexts.inject();

  readonly id = signal<string | undefined>(undefined);
  readonly reading = read(benefitRoutes.readBenefit, () => this.params(), {
    topics: ['benefit'],
    follows: (change) => change.id === null || change.id === this.id(),
  });
  readonly benefit = this.reading.value;
  private readonly goals = read(goalRoutes.listGoals, () => (this.benefit() ? { query: {} } : undefined));
  private readonly aims = read(benefitRoutes.listBenefits, () =>
    this.benefit() ? { query: { limit: 200, 'filter[initiativeKind]': 'programme' } } : undefined,
  );
  private readonly pools = read(poolRoutes.listPools, () => (this.benefit() ? {} : undefined), { topics: ['benefit'] });

  /** Sections open for editing; the others are read. */
  private readonly opened = signal<ReadonlySet<BenefitSectionName>>(new Set());
  private readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit: RowEditor<Record<string, unknown>> = editRow(benefitRoutes.changeBenefit, {
    row: () => this.benefit(),
    params: ({ id }: Benefit) => ({ id }),
    saved: (benefit) => this.take(benefit),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;

  /** Today in the organisation's zone. */
  readonly today = computed(() => this.format.dateOf(this.reading.readAt() ?? new Date()));
  readonly mayEdit = computed(() => this.benefit()?.mayEdit ?? false);
  readonly mayApprove = computed(() => this.benefit()?.mayApprove ?? false);
  readonly mayRecord = computed(() => this.mayEdit() || this.sessions.may('measurement.record'));
  /** Since when the plan is frozen; undefined while it is not. */
  readonly frozenOn = computed(
    () => this.benefit()?.planVersions.find(({ kind }) => kind === 'frozen_at_go_live')?.decidedOn,
  );

  readonly peopleOptions = this.people.options;
  readonly unitOptions = computed<readonly Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, level }) => ({ id, label: name, depth: level })),
  );
  readonly goalOptions = computed<readonly Option[]>(() =>
    (this.goals.value()?.items ?? []).map(({ id, title, code }) => ({ id, label: title, hint: code })),
  );
  /** Benefits of programmes: what a benefit of a project can contribute to. */
  readonly aimOptions = computed<readonly Option[]>(() => {
    const benefit = this.benefit();
    const aims = (this.aims.value()?.items ?? []).filter(({ id }) => id !== benefit?.id);
    const options = aims.map(({ id, title, initiativeTitle }) => ({ id, label: title, hint: initiativeTitle }));
    // The one it contributes to now is shown whatever has become of it.
    const { contributesToId: id, contributesToTitle: label } = benefit ?? {};
    return id && label && !aims.some((aim) => aim.id === id) ? [{ id, label }, ...options] : options;
  });
  readonly poolOptions = computed<readonly Option[]>(() =>
    (this.pools.value()?.items ?? []).map(({ id, name }) => ({ id, label: name })),
  );
  readonly pool = computed(() => this.pools.value()?.items.find(({ id }) => id === this.benefit()?.poolId));

  constructor() {
    void this.people.load();
  }

  /** The benefit as the fields of a section need it; without a section they can always be written. */
  row(section?: BenefitSectionName | 'tests'): EditedRow {
    return {
      edit: this.edit,
      anchor: 'benefit',
      writers: this.writers,
      value: (field) => this.value(field),
      editing: () => this.mayEdit() && this.isWritten(section),
      locked: (field) => this.locked(field),
      absence: (field) => this.absence(field),
      missing: (field) => this.lacks(field),
    };
  }

  /** The tests are answered until the benefit is approved, and again while a changed plan awaits approval; else they are a record. */
  private isWritten(section: BenefitSectionName | 'tests' | undefined): boolean {
    if (section === undefined) return true;
    if (section !== 'tests') return this.isOpen(section);
    const state = this.benefit()?.state;
    return state === 'identified' || state === 'profiled' || (this.benefit()?.planChanges.length ?? 0) > 0;
  }

  isOpen(section: BenefitSectionName): boolean {
    return this.opened().has(section);
  }

  open(section: BenefitSectionName, on = true): void {
    const opened = new Set(this.opened());
    if (on) opened.add(section);
    else opened.delete(section);
    this.opened.set(opened);
  }

  value(field: string): unknown {
    return (this.benefit() as Record<string, unknown> | undefined)?.[field];
  }

  locked(field: string): string | undefined {
    const since = this.frozenOn();
    return since && PLANNED_FIELDS.includes(field) ? this.t('frozen', { date: this.format.date(since) }) : undefined;
  }

  private lacks(field: string): boolean {
    return (this.benefit()?.missingForProfile ?? []).some((name) => (PROFILE_FIELD_NAMES[name] ?? name) === field);
  }

  private absence(field: string): string | undefined {
    const absence = this.value(field) === null ? this.benefit()?.absences[field] : undefined;
    return absence && this.t(`absence.${absence.kind}`, { text: absence.text });
  }

  /** Shows what a write answered. */
  take(benefit: Benefit): void {
    this.reading.set(benefit);
  }

  private params() {
    const id = this.id();
    return id ? { params: { id } } : undefined;
  }
}
