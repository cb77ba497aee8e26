import type { Label } from '@hoest/quantities';

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
export const TARGET_RULES = {
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

export type ImportTarget = keyof typeof TARGET_RULES;

/** All targets in the wizard's order. */
export const IMPORT_TARGETS = Object.keys(TARGET_RULES) as [ImportTarget, ...ImportTarget[]];

type TargetOfKind<Kind extends TargetKind> = {
  [Target in ImportTarget]: (typeof TARGET_RULES)[Target]['kind'] extends Kind ? Target : never;
}[ImportTarget];

export type MoneyTarget = 'costPlanned' | 'costOperation' | 'benefitTotal' | 'benefitFullYear';
export type DateTarget = 'startPlanned' | 'startActual' | 'goLivePlanned' | 'goLiveActual';
export type TextTarget = Exclude<TargetOfKind<'line' | 'prose' | 'name'>, never>;

export const MONEY_TARGETS: readonly MoneyTarget[] = [
  'costPlanned',
  'costOperation',
  'benefitTotal',
  'benefitFullYear',
];
export const DATE_TARGETS: readonly DateTarget[] = ['startPlanned', 'startActual', 'goLivePlanned', 'goLiveActual'];

export const isMoneyTarget = (target: ImportTarget): target is MoneyTarget =>
  (MONEY_TARGETS as readonly ImportTarget[]).includes(target);
export const isDateTarget = (target: ImportTarget): target is DateTarget =>
  (DATE_TARGETS as readonly ImportTarget[]).includes(target);
/** Whether the target is a cost; otherwise, of the money targets, a benefit. */
export const isCostTarget = (target: ImportTarget): target is 'costPlanned' | 'costOperation' =>
  target === 'costPlanned' || target === 'costOperation';
