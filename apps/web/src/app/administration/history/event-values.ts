import { inject, Injectable } from '@angular/core';
import { BENEFICIARY_LABELS, BENEFIT_CLASS_LABELS, BENEFIT_STATE_LABELS } from '@hoest/benefits';
import {
  ACCESS_ROLE_LABELS,
  type AccessGrant,
  ASSIGNABLE_KIND_LABELS,
  ASSIGNED_ROLE_LABELS,
  MANAGER_LEVEL_LABELS,
} from '@hoest/organisation';
import {
  BENEFIT_EXEMPT_REASON_LABELS,
  COST_KIND_LABELS,
  DECISION_KIND_LABELS,
  DECISION_OUTCOME_LABELS,
  GATE_LABELS,
  INITIATIVE_KIND_LABELS,
  PHASE_LABELS,
  RAG_LABELS,
  SIZE_CLASS_LABELS,
} from '@hoest/portfolio';
import type { Label } from '@hoest/quantities';
import { Format, injectUiText, UiLocale } from '@hoest/ui';
import { People } from '../../organisation/people';
import { Scope } from '../../shell/scope';
import { administrationTexts } from '../administration-texts';
import type { ValueKind } from './event-words';

const LISTS: Partial<Record<ValueKind, Readonly<Record<string, Label>>>> = {
  phase: PHASE_LABELS,
  status: RAG_LABELS,
  gate: GATE_LABELS,
  outcome: DECISION_OUTCOME_LABELS,
  decisionKind: DECISION_KIND_LABELS,
  costKind: COST_KIND_LABELS,
  initiativeKind: INITIATIVE_KIND_LABELS,
  size: SIZE_CLASS_LABELS,
  exemption: BENEFIT_EXEMPT_REASON_LABELS,
  benefitState: BENEFIT_STATE_LABELS,
  benefitClass: BENEFIT_CLASS_LABELS,
  beneficiary: BENEFICIARY_LABELS,
  managerLevel: MANAGER_LEVEL_LABELS,
  assignedRole: ASSIGNED_ROLE_LABELS,
  assignableKind: ASSIGNABLE_KIND_LABELS,
  language: { da: { da: 'dansk', en: 'Danish' }, en: { da: 'engelsk', en: 'English' } },
};

/** Stored values of the trail in words; empty for what was empty, or has no words. */
@Injectable()
export class EventValues {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly people = inject(People);
  private readonly scope = inject(Scope);
  private readonly ui = injectUiText();
  private readonly t = administrationTexts.inject();

  write(kind: ValueKind, value: unknown): string {
    if (value === null || value === undefined || value === '' || kind === 'none' || kind === 'hidden') return '';
    if (kind === 'grants') return this.grants(value as readonly AccessGrant[]);
    if (Array.isArray(value)) return this.format.list(value.map((one) => this.write(kind, one)).filter(Boolean));
    if (typeof value === 'object') return '';
    const text = String(value);
    const list = LISTS[kind];
    if (list) return list[text] ? this.locale.label(list[text]) : text;
    switch (kind) {
      case 'money':
        return this.format.money(text, { showMinor: !text.endsWith('00') });
      case 'number':
        return this.format.number(text, { maxDecimals: 6 });
      case 'percent':
        return this.format.percent(text, { maxDecimals: 2 });
      case 'date':
        return this.format.date(text);
      case 'answer':
        return value === true ? this.ui('yes') : this.ui('no');
      case 'person':
        return this.people.nameOf(text) ?? '';
      case 'unit':
        return this.unitName(text);
      case 'goal':
        return '';
      default:
        return text;
    }
  }

  private grants(grants: readonly AccessGrant[]): string {
    const words = grants.map(({ role, unitId }) => {
      const name = this.locale.label(ACCESS_ROLE_LABELS[role]);
      return unitId ? this.t('access.roleIn', { role: name, unit: this.unitName(unitId) }) : name;
    });
    return words.length > 0 ? this.format.list(words) : this.t('access.noRoles');
  }

  private unitName(id: string): string {
    return this.scope.units()?.find((unit) => unit.id === id)?.name ?? '';
  }
}
