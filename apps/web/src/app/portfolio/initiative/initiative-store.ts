import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  adoptionRoutes,
  auditRoutes,
  type ChangeEvent,
  type CostLine,
  costRoutes,
  decisionRoutes,
  goalRoutes,
  type Initiative,
  initiativeRoutes,
} from '@hoest/contracts';
import { Format, type Option } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { read } from '../../api/read';
import type { EditedRow } from '../../fields/edited-row';
import { People } from '../../organisation/people';
import { Scope } from '../../shell/scope';
import { initiativeTexts } from '../portfolio-texts';
import { missingBySection, type Section } from './contents/page-sections';

/** Sections that are read until somebody chooses to edit them. */
export const EDITED_SECTIONS = ['facts', 'goals', 'time', 'costs', 'adoption'] as const;
export type EditedSection = (typeof EDITED_SECTIONS)[number];

const LATEST_SHOWN = 6;

/** One initiative while it is looked at: read, followed, saved field by field; and what its fields choose from. */
@Injectable()
export class InitiativeStore {
  private readonly people = inject(People);
  private readonly scope = inject(Scope);
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  private readonly t = initiativeTexts.inject();

  readonly id = signal<string | undefined>(undefined);
  /** The section being edited, as the address says. */
  readonly editing = signal<EditedSection | undefined>(undefined);

  private readonly own = {
    topics: ['initiative'] as const,
    follows: (change: ChangeEvent) => change.id === null || change.id === this.id(),
  };
  // The checklist of the next gate also asks about benefits, whose events carry their own ids.
  readonly reading = read(initiativeRoutes.readInitiative, () => this.params(), {
    topics: ['initiative', 'benefit'],
    follows: (change) => change.topic === 'benefit' || this.own.follows(change),
  });
  readonly initiative = this.reading.value;
  readonly costs = read(costRoutes.listCostLines, () => this.params(), this.own);
  readonly passages = read(decisionRoutes.listGatePassages, () => this.params(), this.own);
  readonly adoption = read(adoptionRoutes.listAdoptionSeries, () => this.params(), this.own);
  readonly decisions = read(
    decisionRoutes.listDecisions,
    () => {
      const id = this.id();
      return id ? { query: { 'filter[initiativeId]': id, limit: 100 } } : undefined;
    },
    this.own,
  );
  readonly latest = read(
    auditRoutes.listHistory,
    () => {
      const id = this.id();
      return id
        ? { params: { objectKind: 'initiative' as const, objectId: id }, query: { limit: LATEST_SHOWN } }
        : undefined;
    },
    { topics: ['initiative', 'benefit'] },
  );
  readonly goals = read(goalRoutes.listGoals, () => ({ query: {} }), { topics: ['strategy'] });

  private readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit = editRow(initiativeRoutes.changeInitiative, {
    row: () => this.initiative(),
    params: ({ id }: Initiative) => ({ id }),
    saved: (initiative) => this.take(initiative),
    sent: (field, value) => asSent(field, value),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  });

  /** Today in the organisation's zone. */
  readonly today = computed(() => this.format.dateOf(this.reading.readAt() ?? new Date()));
  readonly mayEdit = computed(() => this.initiative()?.mayEdit ?? false);
  readonly mayDecide = computed(() => this.initiative()?.mayDecide ?? false);
  /** Fields that the register or the next gate asks for and that are empty, per section. */
  readonly missing = computed(() => {
    const initiative = this.initiative();
    return initiative ? missingBySection(initiative) : new Map<Section, ReadonlySet<string>>();
  });

  readonly peopleOptions = this.people.options;
  readonly unitOptions = computed<readonly Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, level }) => ({ id, label: name, depth: level })),
  );
  readonly goalOptions = computed<readonly Option[]>(() =>
    (this.goals.value()?.items ?? []).map(({ id, title, code }) => ({ id, label: title, hint: code })),
  );

  constructor() {
    void this.people.load();
  }

  /** The fields of a section for `app-saved-field`; written only while the section is edited. */
  rowOf(section: EditedSection): EditedRow {
    return {
      edit: this.edit as RowEditor<never> as RowEditor<Record<string, unknown>>,
      anchor: 'initiative',
      writers: this.writers,
      editing: () => this.mayEdit() && this.editing() === section,
      value: (field) => (this.initiative() as Record<string, unknown> | undefined)?.[field],
      missing: (field) => this.missing().get(section)?.has(field) ?? false,
      absence: (field) => {
        const absence = this.initiative()?.absences[field];
        return absence && this.t(`absence.${absence.kind}`, { text: absence.text });
      },
    };
  }

  /** How a field is written in words, for a conflict. */
  writes(field: string, write: (value: unknown) => string): void {
    this.writers.set(field, write);
  }

  personName(id: string | null): string | undefined {
    return this.people.nameOf(id);
  }

  unitName(id: string): string | undefined {
    return this.scope.units()?.find((unit) => unit.id === id)?.name;
  }

  /** Opens a section for editing, or ends it. The page stays where it is. */
  async editSection(section: EditedSection | undefined): Promise<void> {
    await this.router.navigate([], {
      queryParams: { edit: section ?? null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: true,
    });
  }

  /** Shows what a write answered. */
  take(initiative: Initiative): void {
    this.reading.set(initiative);
  }

  /** Shows a cost line as a write answered it, and reads again what follows from it. */
  takeCostLine(line: CostLine): void {
    const items = this.costs.value()?.items ?? [];
    this.costs.set({ items: items.map((one) => (one.id === line.id ? line : one)) });
    this.reading.reload();
    this.latest.reload();
  }

  /** Reads again what a write changed beside the row it answered: checklist, sums, events. */
  refresh(): void {
    for (const reading of [this.reading, this.costs, this.passages, this.decisions, this.latest]) reading.reload();
  }

  private params() {
    const id = this.id();
    return id ? { params: { id } } : undefined;
  }
}

/** Lists as the route takes them: without names and without the dates that phase moves write. */
function asSent(field: string, value: unknown): unknown {
  if (field === 'affectedUnits')
    return (value as Initiative['affectedUnits']).map(({ unitId, share }) => ({ unitId, share }));
  if (field !== 'phasePlan') return value;
  return (value as Initiative['phasePlan'])
    .map(({ phase, plannedStart, plannedEnd }) => ({ phase, plannedStart, plannedEnd }))
    .filter(({ plannedStart, plannedEnd }) => plannedStart !== null || plannedEnd !== null);
}
