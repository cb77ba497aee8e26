import { Component, computed, DOCUMENT, inject, output } from '@angular/core';
import type { Initiative } from '@hoest/contracts';
import { CORE_FIELD_LABELS, type CoreField, PHASE_LABELS } from '@hoest/portfolio';
import { DayPipe, LabelPipe } from '@hoest/ui';
import { focusField } from '../../../fields/edited-row';
import { initiativeTexts } from '../../portfolio-texts';
import { EDITED_SECTIONS, InitiativeStore } from '../initiative-store';
import { gateSteps } from './gate-steps';

type Item = NonNullable<Initiative['nextGate']>['items'][number];

/** What the next gate asks for: missing first, each a link to where it is answered; fulfilled after. */
@Component({
  selector: 'app-next-gate',
  imports: [DayPipe, LabelPipe],
  templateUrl: './next-gate.html',
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NextGate {
  protected readonly t = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly document = inject(DOCUMENT);
  protected readonly phaseLabels = PHASE_LABELS;
  protected readonly coreLabels = CORE_FIELD_LABELS;

  /** The reader wants to pass the gate, or to tick its documents. */
  readonly pass = output();

  protected readonly gate = computed(() => this.store.initiative()?.nextGate ?? null);
  protected readonly number = computed(() => Number(this.gate()?.gate.slice(1) ?? 0));
  protected readonly plannedOn = computed(() => {
    const initiative = this.store.initiative();
    const step = initiative && gateSteps(initiative, []).find(({ gate }) => gate === this.gate()?.gate);
    return step?.plannedOn ?? null;
  });
  protected readonly late = computed(() => {
    const planned = this.plannedOn();
    return planned !== null && planned < this.store.today();
  });
  private readonly items = computed(() => this.gate()?.items ?? []);
  protected readonly open = computed(() => this.items().filter(({ fulfilled }) => !fulfilled));
  protected readonly done = computed(() => this.items().filter(({ fulfilled }) => fulfilled));
  protected readonly openRequired = computed(() => this.open().filter(({ required }) => required).length);
  protected readonly required = computed(() => this.items().filter(({ required }) => required).length);
  /** Core fields of the register that the gate does not ask for and that are empty all the same. */
  protected readonly core = computed(() => {
    const asked = new Set(this.open().map(({ field }) => field));
    const fields: Partial<Record<CoreField, string>> = {
      owner: 'ownerId',
      goal: 'primaryGoalId',
      costPlan: 'costLines',
    };
    return ((this.store.initiative()?.missingCoreFields ?? []) as CoreField[]).filter(
      (core) => !asked.has(fields[core] ?? core) && !(core === 'benefits' && this.open().some(inBenefits)),
    );
  });

  protected hint(item: Item): string {
    const who = this.store.initiative()?.managerName ?? this.store.initiative()?.ownerName ?? null;
    if (item.section === 'documents') return this.t('checklist.document');
    return item.required ? (who ?? '') : this.t('checklist.voluntary');
  }

  /** Leads to the field, opened for editing; documents are ticked where the gate is passed. */
  protected async go(event: Event, section: string, field: string | null): Promise<void> {
    event.preventDefault();
    if (section === 'documents') {
      this.pass.emit();
      return;
    }
    const edited = EDITED_SECTIONS.find((one) => one === section);
    if (edited && this.store.mayEdit()) await this.store.editSection(edited);
    const anchor = field ? `initiative-${field}` : section;
    setTimeout(() => focusField(this.document, this.document.getElementById(anchor) ? anchor : section));
  }
}

const inBenefits = ({ section }: Item) => section === 'benefits';
