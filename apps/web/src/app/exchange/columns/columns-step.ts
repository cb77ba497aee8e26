import { Component, computed, inject, output, signal } from '@angular/core';
import type { ImportRecord } from '@hoest/contracts';
import { Choose, Field, type Option } from '@hoest/ui';
import { SessionStore } from '../../organisation/session-store';
import { Scope } from '../../shell/scope';
import { injectImportWords } from '../import-words';
import { ChoiceField } from '../wizard/choice-field';
import type { MappingChange } from '../wizard/import-editor';
import { ImportStore } from '../wizard/import-store';
import { hasRequired, openQuestions } from '../wizard/wizard-steps';
import { Assumed } from './assumed';
import type { ImportColumn } from './column-choice';
import { ColumnEditing } from './column-editing';
import { ColumnMoney } from './column-money';
import { ColumnTarget } from './column-target';
import { CURRENCIES, isCurrency } from './currencies';

type OptionKey = keyof ImportRecord['options'];

const DECIMALS = ['comma', 'point', 'auto'] as const;
const DATE_ORDERS = ['dmy', 'mdy'] as const;
/** Wider files are rare, and each row is a list of its own. */
const SHOWN_FIRST = 150;

/** What each column fills, how amounts and dates are read, and what happens to units that do not exist. */
@Component({
  selector: 'app-columns-step',
  imports: [Assumed, ChoiceField, Choose, ColumnMoney, ColumnTarget, Field],
  providers: [ColumnEditing],
  templateUrl: './columns-step.html',
  styleUrls: ['../wizard/step.css', './columns-step.css'],
})
export class ColumnsStep {
  private readonly scope = inject(Scope);
  private readonly sessions = inject(SessionStore);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);
  readonly forward = output();

  protected readonly currencies = CURRENCIES;
  protected readonly all = signal(false);
  protected readonly currencyFault = signal<string | undefined>(undefined);
  protected readonly columns = computed(() => {
    const columns = this.store.record()?.columns ?? [];
    return this.all() ? columns : columns.slice(0, SHOWN_FIRST);
  });
  protected readonly lead = computed(() => {
    const record = this.store.record();
    if (!record) return '';
    const used = record.columns.filter(({ target }) => target !== null).length;
    return this.t('columns.lead', { used, rest: record.columns.length - used });
  });
  protected readonly questions = computed(() => {
    const record = this.store.record();
    return record ? openQuestions(record) : 0;
  });
  protected readonly remembered = computed(() =>
    this.store.record()?.columns.some(({ chosenBy, target }) => chosenBy === 'remembered' && target !== null),
  );
  /** Whether the fields are mapped without which no row can be read. */
  protected readonly hasRequired = computed(() => {
    const record = this.store.record();
    return record !== undefined && hasRequired(record);
  });
  protected readonly decimals = computed(() => DECIMALS.map((value) => ({ value, label: this.t(`decimal.${value}`) })));
  protected readonly dateOrders = computed(() =>
    DATE_ORDERS.map((value) => ({ value, label: this.t(`dateOrder.${value}`) })),
  );
  protected readonly unitChoices = computed(() => [
    { value: 'create', label: this.t('units.create', { top: this.sessions.organisation()?.name ?? '' }) },
    { value: 'default', label: this.t('units.default') },
  ]);
  protected readonly units = computed<Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
  );
  protected readonly topUnit = computed(() => {
    const root = this.sessions.organisation()?.rootUnitId;
    return this.scope.units()?.find(({ id }) => id === root)?.name ?? '';
  });

  /** Whether the file left the question open and nobody has answered. */
  protected assumed(what: 'decimal' | 'date_order'): boolean {
    return this.store.record()?.assumptions.includes(what) ?? false;
  }

  protected chooseDecimal(value: string, mine: string): void {
    const decimal = DECIMALS.find((one) => one === value);
    if (decimal) this.option('decimal', decimal, mine, (one) => this.t(`decimal.${one.options.decimal}`));
  }

  protected chooseDateOrder(value: string, mine: string): void {
    const order = DATE_ORDERS.find((one) => one === value);
    if (order) this.option('dateOrder', order, mine, (one) => this.t(`dateOrder.${one.options.dateOrder}`));
  }

  protected chooseCurrency(text: string): void {
    const currency = text.toUpperCase();
    this.currencyFault.set(isCurrency(currency) ? undefined : this.t('columns.currencyFault'));
    if (isCurrency(currency)) this.option('currency', currency, currency, (one) => one.options.currency);
  }

  protected chooseUnits(value: string, mine: string): void {
    const words = (create: boolean) => this.unitChoices()[create ? 0 : 1]?.label ?? '';
    this.option('createUnits', value === 'create', mine, (one) => words(one.options.createUnits));
  }

  protected chooseDefaultUnit(id: string | null): void {
    const name = (unitId: string | null) => this.units().find((unit) => unit.id === unitId)?.label ?? this.topUnit();
    this.option('defaultUnitId', id, name(id), (one) => name(one.options.defaultUnitId));
  }

  protected async tryOut(): Promise<void> {
    if (await this.store.preview()) this.forward.emit();
  }

  /** Who chose what the column fills; nobody where nothing was found for it. */
  protected chosenBy({ target, chosenBy }: ImportColumn): string {
    return this.t(target === null && chosenBy !== 'person' ? 'chosenBy.nobody' : `chosenBy.${chosenBy}`);
  }

  private option<Key extends OptionKey>(
    key: Key,
    value: ImportRecord['options'][Key],
    mine: string,
    show: (record: ImportRecord) => string,
  ): void {
    void this.store.editor.save({
      key,
      plan: ({ options }) => ({
        change: { [key]: value } as MappingChange,
        back: { [key]: options[key] } as MappingChange,
      }),
      of: ({ options }) => options[key],
      show,
      mine,
    });
  }
}
