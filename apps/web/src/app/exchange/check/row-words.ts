import { computed, inject, Service } from '@angular/core';
import { goalRoutes, type ImportRow } from '@hoest/contracts';
import { type ImportTarget, TARGET_RULES } from '@hoest/exchange';
import { INITIATIVE_KIND_LABELS, PHASE_LABELS, RAG_LABELS } from '@hoest/portfolio';
import { Format, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { People } from '../../organisation/people';
import { Scope } from '../../shell/scope';
import { exchangeTexts } from '../exchange-texts';

/** A cost or benefit line of a row, as the dry run tells it; amounts in minor units. */
interface LineValue {
  /** A booked or budgeted amount. */
  amountMinor?: string;
  name?: string;
  currency?: string;
  year?: number | null;
  planMinor?: string | null;
  forecastMinor?: string | null;
  polarity?: 1 | -1;
  fullYearValueMinor?: string | null;
  wholeLifeValueMinor?: string | null;
  description?: string | null;
}

const WORDS: Readonly<Record<string, Readonly<Record<string, { da: string; en: string }>>>> = {
  phase: PHASE_LABELS,
  kind: INITIATIVE_KIND_LABELS,
  statusRag: RAG_LABELS,
};
/** Fields whose name differs from the target that fills them. */
const TARGET_OF_FIELD: Readonly<Record<string, ImportTarget>> = {
  unitId: 'unit',
  ownerId: 'ownerName',
  managerId: 'managerName',
  primaryGoalId: 'goal',
};

const isLine = (value: unknown): value is LineValue => typeof value === 'object' && value !== null;

/** In a list of everything a row writes, a long text is only recognised by its beginning. */
const SHOWN_TEXT = 140;
const shortened = (text: string) => (text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT - 1).trimEnd()}…` : text);

/** Amounts without øre or pence are written without them. */
const WHOLE = /^-?0$|00$/;

/** One field of a row in words. */
export interface FieldWords {
  field: string;
  label: string;
  text: string;
}

/** Writes the fields and values of a dry run as the reader knows them. */
@Service({ autoProvided: false })
export class RowWords {
  private readonly scope = inject(Scope);
  private readonly people = inject(People);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly t = exchangeTexts.inject();
  private readonly goals = read(goalRoutes.listGoals, () => ({ query: {} }));
  private readonly goalNames = computed(
    () => new Map(this.goals.value()?.items.map(({ id, title }) => [id, title] as const)),
  );

  constructor() {
    void this.people.load();
  }

  /** Everything a new initiative gets, in the order of the row. */
  values({ values }: ImportRow): FieldWords[] {
    return Object.entries(values)
      .filter(([field]) => field !== 'title' && field !== 'goLiveFirstPlanned')
      .map(([field, value]) => ({
        field,
        label: this.label(field, value),
        text: shortened(this.write(field, value, isLine(value) ? value.currency : undefined)),
      }));
  }

  /** What an update changes, before and after. */
  changes({ changes, values }: ImportRow): (FieldWords & { before: string })[] {
    return Object.entries(changes).map(([field, { from, to }]) => {
      const line = values[field];
      const currency = isLine(line) ? line.currency : undefined;
      return {
        field,
        label: this.label(field, line),
        before: this.write(field, from, currency),
        text: this.write(field, to, currency),
      };
    });
  }

  private label(field: string, value: unknown): string {
    if (field === 'unit') return this.t('check.newUnit');
    if (field === 'goLiveFirstPlanned') return this.t('check.firstGoLive');
    const [target] = (TARGET_OF_FIELD[field] ?? field).split(':') as [ImportTarget];
    const label = TARGET_RULES[target] ? this.locale.label(TARGET_RULES[target].label) : field;
    if (!isLine(value)) return label;
    const name = value.name && value.name !== label ? value.name : undefined;
    const year = value.year && !name?.includes(String(value.year)) ? value.year : undefined;
    return [label, name && `»${name}«`, year].filter(Boolean).join(' ');
  }

  private write(field: string, value: unknown, currency: string | undefined): string {
    if (value === null || value === undefined || value === '') return this.t('empty');
    if (isLine(value)) return this.line(value, value.currency ?? currency);
    if (typeof value === 'boolean') return this.t(value ? 'yes' : 'no');
    if (typeof value === 'number') return this.format.number(value);
    const text = String(value);
    const word = WORDS[field]?.[text];
    if (word) return this.locale.label(word);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return this.format.date(text);
    return this.nameOf(field, text) ?? text;
  }

  private nameOf(field: string, id: string): string | undefined {
    if (field === 'unitId') return this.scope.units()?.find((unit) => unit.id === id)?.name;
    if (field === 'ownerId' || field === 'managerId') return this.people.nameOf(id);
    return field === 'primaryGoalId' ? this.goalNames().get(id) : undefined;
  }

  private line(value: LineValue, currency: string | undefined): string {
    const money = (minor: string) => this.format.money(minor, { currency, showMinor: !WHOLE.test(minor) });
    if (value.forecastMinor) return this.t('check.forecast', { amount: money(value.forecastMinor) });
    if (value.planMinor) return money(value.planMinor);
    if (value.amountMinor) return money(value.amountMinor);
    const sign = value.polarity === -1 ? '−' : '';
    if (value.fullYearValueMinor) {
      return this.t('check.perYear', { amount: sign + money(value.fullYearValueMinor) });
    }
    if (value.wholeLifeValueMinor) {
      return this.t('check.wholeLife', { amount: sign + money(value.wholeLifeValueMinor) });
    }
    return value.description ?? this.t('empty');
  }
}
