import { inject, Injectable } from '@angular/core';
import { BENEFICIARY_LABELS, BENEFIT_CLASS_LABELS, BENEFIT_STATE_LABELS } from '@hoest/benefits';
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
import { InitiativeStore } from '../initiative-store';
import type { ValueKind } from './field-words';

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
};
const LONGEST_TEXT = 160;

/** Stored values of a history in words; empty for what was empty. */
@Injectable()
export class ValueWords {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly ui = injectUiText();
  private readonly store = inject(InitiativeStore);

  /** The value inside a sentence: words of a list in lower case, names and texts as they are. */
  inline(kind: ValueKind, value: unknown): string {
    const text = this.write(kind, value);
    return LISTS[kind] ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  }

  write(kind: ValueKind, value: unknown): string {
    if (value === null || value === undefined || value === '' || kind === 'none') return '';
    if (Array.isArray(value)) return this.format.list(value.map((one) => this.write(kind, one)).filter(Boolean));
    if (typeof value === 'object') return '';
    const text = String(value);
    const list = LISTS[kind];
    if (list) return list[text] ? this.locale.label(list[text]) : text;
    switch (kind) {
      case 'money':
        return this.format.money(text, {
          currency: this.store.initiative()?.currency,
          showMinor: !text.endsWith('00'),
        });
      case 'number':
        return this.format.number(text, { maxDecimals: 6 });
      case 'percent':
        return this.format.percent(text, { maxDecimals: 2 });
      case 'date':
        return this.format.date(text);
      case 'answer':
        return value === true ? this.ui('yes') : this.ui('no');
      case 'person':
        return this.store.personName(text) ?? '';
      case 'unit':
        return this.store.unitName(text) ?? '';
      case 'goal':
        return this.store.goalOptions().find(({ id }) => id === text)?.label ?? '';
      default:
        return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} …` : text;
    }
  }
}
