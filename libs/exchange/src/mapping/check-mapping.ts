import type { Label } from '@hoest/quantities';
import type { ImportKind } from '../import-kind';
import type { Table } from '../table/table';
import {
  type ImportTarget,
  isMoneyTarget,
  REQUIRED_TARGETS,
  TARGET_RULES,
  TARGETS_OF_KIND,
} from '../targets/import-target';
import type { ImportMapping } from './import-mapping';

export type MappingFaultCode =
  | 'no_title'
  | 'no_account'
  | 'no_period'
  | 'no_amount'
  | 'other_kind'
  | 'no_such_column'
  | 'column_twice'
  | 'target_twice'
  | 'money_missing'
  | 'currency_invalid'
  | 'currencies_differ'
  | 'year_invalid';

/** Why a mapping cannot be used. */
export interface MappingFault {
  code: MappingFaultCode;
  /** Position in `ImportMapping.columns`; null when it concerns the whole. */
  at: number | null;
  text: Label;
}

const TEXTS: Readonly<Record<MappingFaultCode, Label>> = {
  no_title: {
    da: 'Vælg den kolonne, der har indsatsens titel.',
    en: 'Choose the column that has the title of the initiative.',
  },
  no_account: { da: 'Vælg den kolonne, der har kontoen.', en: 'Choose the column that has the account.' },
  no_period: { da: 'Vælg den kolonne, der har perioden.', en: 'Choose the column that has the period.' },
  no_amount: { da: 'Vælg den kolonne, der har forbruget.', en: 'Choose the column that has the amount spent.' },
  other_kind: {
    da: '“{target}” hører ikke til denne slags import.',
    en: '“{target}” does not belong to this kind of import.',
  },
  currencies_differ: {
    da: 'Forbrug og budget i samme række skal stå i samme valuta.',
    en: 'Spent and budget of a row must be in the same currency.',
  },
  no_such_column: { da: 'Kolonnen findes ikke i filen.', en: 'The column is not in the file.' },
  column_twice: { da: 'Kolonnen er brugt to gange.', en: 'The column is used twice.' },
  target_twice: {
    da: '“{target}” kan kun komme fra én kolonne.',
    en: '“{target}” can come from one column only.',
  },
  money_missing: {
    da: 'Angiv enhed og valuta for beløbene i kolonnen.',
    en: 'State unit and currency of the amounts in the column.',
  },
  currency_invalid: {
    da: 'Angiv valutaen med tre bogstaver, for eksempel DKK.',
    en: 'State the currency with three letters, for example DKK.',
  },
  year_invalid: {
    da: 'Angiv et årstal fra 1990 til 2100, eller lad det være tomt.',
    en: 'State a year from 1990 to 2100, or leave it empty.',
  },
};

const MISSING = {
  title: 'no_title',
  account: 'no_account',
  period: 'no_period',
  actualAmount: 'no_amount',
} as const satisfies Partial<Record<ImportTarget, MappingFaultCode>>;

/** Whether the fault is a column still to be chosen: choosing goes step by step, so only the dry run asks for it. */
export function isStillToChoose({ code }: Pick<MappingFault, 'code'>): boolean {
  return (Object.values(MISSING) as MappingFaultCode[]).includes(code);
}

const validYear = (year: number | null) => year === null || (Number.isInteger(year) && year >= 1990 && year <= 2100);

/** Everything wrong with a mapping a person or a program has edited; empty when it can be used. */
export function checkMapping(
  table: Pick<Table, 'columns'>,
  mapping: ImportMapping,
  kind: ImportKind = 'initiatives',
): MappingFault[] {
  const faults: MappingFault[] = [];
  const fault = (code: MappingFaultCode, at: number | null, target?: ImportTarget) => {
    const label = target && TARGET_RULES[target].label;
    const { da, en } = TEXTS[code];
    faults.push({
      code,
      at,
      text: { da: da.replace('{target}', label?.da ?? ''), en: en.replace('{target}', label?.en ?? '') },
    });
  };
  const columns = new Set<number>();
  const targets = new Set<ImportTarget>();
  mapping.columns.forEach(({ index, target, money }, at) => {
    if (!table.columns.some((column) => column.index === index)) fault('no_such_column', at);
    if (columns.has(index)) fault('column_twice', at);
    if (targets.has(target) && TARGET_RULES[target].columns === 'one') fault('target_twice', at, target);
    if (!TARGETS_OF_KIND[kind].includes(target)) fault('other_kind', at, target);
    columns.add(index);
    targets.add(target);
    if (!isMoneyTarget(target)) return;
    if (!money) return fault('money_missing', at);
    if (!/^[A-Z]{3}$/.test(money.currency)) fault('currency_invalid', at);
    if (!validYear(money.year) || !validYear(money.priceYear)) fault('year_invalid', at);
  });
  for (const target of REQUIRED_TARGETS[kind]) if (!targets.has(target)) fault(MISSING[target], null);
  const spent = mapping.columns.find(({ target }) => target === 'actualAmount');
  const budget = mapping.columns.findIndex(({ target }) => target === 'budgetAmount');
  const budgetCurrency = mapping.columns[budget]?.money?.currency;
  if (spent?.money && budgetCurrency !== undefined && budgetCurrency !== spent.money.currency) {
    fault('currencies_differ', budget);
  }
  return faults;
}
