import type { Label } from '@hoest/quantities';
import type { ImportKind } from '../import-kind';

/** How the cells of a target are read. */
export type TargetKind =
  /** One line of text, white space collapsed. */
  | 'line'
  /** Text of several lines. */
  | 'prose'
  /** Name of a unit, person or goal that is looked up in the organisation. */
  | 'name'
  /** One of a list of values. */
  | 'choice'
  | 'flag'
  /** Whole number of things. */
  | 'count'
  | 'date'
  /** Month of a booking; a whole date counts as its month. */
  | 'month'
  | 'money';

/**
 * What several columns with the same target mean: `one` = not allowed; `first` = the first of them that has a value;
 * `join` = the texts below each other; `each` = every column is a line of its own (costs, benefits).
 */
export type ManyColumns = 'one' | 'first' | 'join' | 'each';

interface TargetRule {
  label: Label;
  kind: TargetKind;
  columns: ManyColumns;
}

const rule = (kind: TargetKind, columns: ManyColumns, da: string, en: string): TargetRule => ({
  kind,
  columns,
  label: { da, en },
});

/** What an import of initiatives can fill. Order is the order of the wizard's list. */
const INITIATIVE_RULES = {
  key: rule('line', 'one', 'Nøgle (genkender indsatsen ved næste import)', 'Key (recognises the initiative next time)'),
  code: rule('line', 'one', 'Kode', 'Code'),
  title: rule('line', 'one', 'Titel', 'Title'),
  unit: rule('name', 'one', 'Enhed', 'Unit'),
  problem: rule('prose', 'join', 'Problem', 'Problem'),
  description: rule('prose', 'join', 'Beskrivelse', 'Description'),
  expectedGain: rule('prose', 'join', 'Forventet gevinst (tekst)', 'Expected gain (text)'),
  category: rule('line', 'one', 'Kategori', 'Category'),
  ownerName: rule('name', 'one', 'Ejer', 'Owner'),
  managerName: rule('name', 'one', 'Projektleder', 'Project manager'),
  goal: rule('name', 'one', 'Mål', 'Goal'),
  kind: rule('choice', 'one', 'Type', 'Kind'),
  phase: rule('choice', 'one', 'Fase', 'Phase'),
  statusRag: rule('choice', 'first', 'Status (grøn, gul, rød)', 'Status (green, amber, red)'),
  statusNote: rule('prose', 'join', 'Bemærkning til status', 'Note on status'),
  startPlanned: rule('date', 'first', 'Start, planlagt', 'Start, planned'),
  startActual: rule('date', 'first', 'Start, faktisk', 'Start, actual'),
  goLivePlanned: rule('date', 'first', 'Idriftsættelse, planlagt', 'Go-live, planned'),
  goLiveActual: rule('date', 'first', 'Idriftsættelse, faktisk', 'Go-live, actual'),
  mandatory: rule('flag', 'one', 'Lovpligtig', 'Mandatory'),
  legalRef: rule('line', 'one', 'Lovhjemmel', 'Legal basis'),
  affectedStaff: rule('count', 'one', 'Berørte medarbejdere', 'Staff affected'),
  costPlanned: rule('money', 'each', 'Engangsudgift', 'One-off cost'),
  costOperation: rule('money', 'each', 'Driftsudgift', 'Operating cost'),
  benefitTotal: rule('money', 'each', 'Gevinst i hele levetiden', 'Benefit over the whole life'),
  benefitFullYear: rule('money', 'each', 'Gevinst pr. år ved fuld effekt', 'Benefit per year at full effect'),
  benefitText: rule('prose', 'join', 'Beskrivelse af gevinsten', 'Description of the benefit'),
} as const satisfies Record<string, TargetRule>;

/** What an import of actuals can fill. */
const ACTUALS_RULES = {
  account: rule('line', 'one', 'Konto', 'Account'),
  costCentre: rule('line', 'one', 'Omkostningssted', 'Cost centre'),
  period: rule('month', 'one', 'Periode (måned)', 'Period (month)'),
  actualAmount: rule('money', 'one', 'Forbrug', 'Spent'),
  budgetAmount: rule('money', 'one', 'Budget', 'Budget'),
  postingText: rule('line', 'one', 'Posteringstekst', 'Posting text'),
  postingRef: rule('line', 'one', 'Bilag', 'Voucher'),
} as const satisfies Record<string, TargetRule>;

export const TARGET_RULES = { ...INITIATIVE_RULES, ...ACTUALS_RULES };

export type ImportTarget = keyof typeof TARGET_RULES;

/** All targets of all kinds of import. */
export const IMPORT_TARGETS = Object.keys(TARGET_RULES) as [ImportTarget, ...ImportTarget[]];

/** Targets of each kind of import, in the wizard's order. */
export const TARGETS_OF_KIND: Readonly<Record<ImportKind, readonly ImportTarget[]>> = {
  initiatives: Object.keys(INITIATIVE_RULES) as ImportTarget[],
  actuals: Object.keys(ACTUALS_RULES) as ImportTarget[],
};

/** Targets without which no row of a kind can be read. */
export const REQUIRED_TARGETS = {
  initiatives: ['title'],
  actuals: ['account', 'period', 'actualAmount'],
} as const satisfies Record<ImportKind, readonly ImportTarget[]>;

type TargetOfKind<Kind extends TargetKind> = {
  [Target in ImportTarget]: (typeof TARGET_RULES)[Target]['kind'] extends Kind ? Target : never;
}[ImportTarget];

type CostTarget = 'costPlanned' | 'costOperation';
type BenefitTarget = 'benefitTotal' | 'benefitFullYear';
export type MoneyTarget = CostTarget | BenefitTarget | 'actualAmount' | 'budgetAmount';
export type DateTarget = 'startPlanned' | 'startActual' | 'goLivePlanned' | 'goLiveActual';
export type TextTarget = Exclude<TargetOfKind<'line' | 'prose' | 'name'>, never>;

export const MONEY_TARGETS: readonly MoneyTarget[] = [
  'costPlanned',
  'costOperation',
  'benefitTotal',
  'benefitFullYear',
  'actualAmount',
  'budgetAmount',
];
export const DATE_TARGETS: readonly DateTarget[] = ['startPlanned', 'startActual', 'goLivePlanned', 'goLiveActual'];

export const isMoneyTarget = (target: ImportTarget): target is MoneyTarget =>
  (MONEY_TARGETS as readonly ImportTarget[]).includes(target);
export const isDateTarget = (target: ImportTarget): target is DateTarget =>
  (DATE_TARGETS as readonly ImportTarget[]).includes(target);
export const isCostTarget = (target: ImportTarget): target is CostTarget =>
  target === 'costPlanned' || target === 'costOperation';
export const isBenefitTarget = (target: ImportTarget): target is BenefitTarget =>
  target === 'benefitTotal' || target === 'benefitFullYear';
