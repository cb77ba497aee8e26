import type { Label } from '@hoest/quantities';
import { type ImportTarget, TARGET_RULES } from '../targets/import-target';

/** What an issue did to the import. */
export type IssueEffect =
  /** The whole row is left out. */
  | 'row_rejected'
  /** The field is left as it was: empty in a new initiative, unchanged in an existing one. */
  | 'field_empty'
  /** A value was taken over, but not as it stands. */
  | 'adjusted';

const ISSUES = {
  missing_title: {
    effect: 'row_rejected',
    reason: { da: 'Titlen mangler.', en: 'The title is missing.' },
    suggestion: { da: 'Skriv en titel i cellen.', en: 'Write a title in the cell.' },
  },
  missing_key: {
    effect: 'row_rejected',
    reason: {
      da: 'Nøglen mangler, så indsatsen kan ikke genkendes ved næste import.',
      en: 'The key is missing, so the initiative could not be recognised in the next import.',
    },
    suggestion: {
      da: 'Skriv en nøgle, eller vælg en anden kolonne som nøgle.',
      en: 'Write a key, or choose another column as the key.',
    },
  },
  duplicate_key: {
    effect: 'row_rejected',
    reason: {
      da: 'Nøglen findes allerede i filen ({place}).',
      en: 'The key occurs already in the file ({place}).',
    },
    suggestion: { da: 'Giv hver indsats sin egen nøgle.', en: 'Give every initiative its own key.' },
  },
  missing_account: {
    effect: 'row_rejected',
    reason: { da: 'Kontoen mangler.', en: 'The account is missing.' },
    suggestion: { da: 'Skriv kontoen i cellen.', en: 'Write the account in the cell.' },
  },
  missing_period: {
    effect: 'row_rejected',
    reason: { da: 'Perioden mangler.', en: 'The period is missing.' },
    suggestion: { da: 'Skriv måneden, for eksempel 2026-03.', en: 'Write the month, for example 2026-03.' },
  },
  not_a_month: {
    effect: 'row_rejected',
    reason: { da: 'Teksten kan ikke læses som en måned.', en: 'The text cannot be read as a month.' },
    suggestion: {
      da: 'Skriv for eksempel 2026-03, 03/2026 eller marts 2026. Supplementsperioder hører til december.',
      en: 'Write for example 2026-03, 03/2026 or March 2026. Closing periods belong to December.',
    },
  },
  missing_amount: {
    effect: 'row_rejected',
    reason: { da: 'Rækken har hverken forbrug eller budget.', en: 'The row has neither an amount spent nor a budget.' },
    suggestion: { da: 'Skriv 0, hvis der intet er brugt.', en: 'Write 0 if nothing was spent.' },
  },
  period_closed: {
    effect: 'row_rejected',
    reason: {
      da: 'Perioden er lukket, og rækken ville ændre dens tal.',
      en: 'The period is closed, and the row would change its figures.',
    },
    suggestion: {
      da: 'Bogfør rettelsen i en åben periode, og læs den ind derfra.',
      en: 'Book the correction in an open period, and import it from there.',
    },
  },
  withheld: {
    effect: 'field_empty',
    reason: { da: 'Kilden holder værdien tilbage.', en: 'The source withholds the value.' },
    suggestion: null,
  },
  not_planned: {
    effect: 'field_empty',
    reason: {
      da: 'Kilden siger, at værdien ikke er fastlagt endnu.',
      en: 'The source says that the value is not decided yet.',
    },
    suggestion: null,
  },
  not_stated: {
    effect: 'field_empty',
    reason: { da: 'Kilden siger, at der ikke er oplyst noget.', en: 'The source says that nothing is stated.' },
    suggestion: null,
  },
  not_a_number: {
    effect: 'field_empty',
    reason: { da: 'Teksten kan ikke læses som et tal.', en: 'The text cannot be read as a number.' },
    suggestion: { da: 'Skriv for eksempel 1.250,50.', en: 'Write for example 1,250.50.' },
  },
  ambiguous_number: {
    effect: 'field_empty',
    reason: {
      da: 'Tallet kan læses på to måder: {first} eller {second}.',
      en: 'The number can be read in two ways: {first} or {second}.',
    },
    suggestion: {
      da: 'Vælg, om filen bruger komma eller punktum som decimaltegn.',
      en: 'Choose whether the file uses a comma or a point as decimal sign.',
    },
  },
  not_a_whole_number: {
    effect: 'field_empty',
    reason: {
      da: 'Her skal stå et helt antal, 0 eller derover.',
      en: 'A whole number, 0 or more, is expected here.',
    },
    suggestion: null,
  },
  currency_differs: {
    effect: 'field_empty',
    reason: {
      da: 'Beløbet står i {found}, men kolonnen læses i {expected}. Valutaer lægges aldrig sammen.',
      en: 'The amount is in {found}, but the column is read in {expected}. Currencies are never added together.',
    },
    suggestion: { da: 'Ret kolonnens valuta, eller ret cellen.', en: 'Correct the column’s currency, or the cell.' },
  },
  amount_too_large: {
    effect: 'field_empty',
    reason: { da: 'Beløbet er for stort.', en: 'The amount is too large.' },
    suggestion: { da: 'Kontrollér kolonnens enhed.', en: 'Check the unit of the column.' },
  },
  negative_cost: {
    effect: 'field_empty',
    reason: { da: 'En udgift kan ikke være negativ.', en: 'A cost cannot be negative.' },
    suggestion: {
      da: 'Er det en indtægt eller besparelse, så vælg gevinst for kolonnen.',
      en: 'If it is an income or a saving, choose benefit for the column.',
    },
  },
  negative_benefit: {
    effect: 'adjusted',
    reason: {
      da: 'En negativ gevinst bliver til en negativ effekt med positivt beløb.',
      en: 'A negative benefit becomes a disbenefit with a positive amount.',
    },
    suggestion: null,
  },
  rounded: {
    effect: 'adjusted',
    reason: {
      da: 'Beløbet er finere end valutaens mindste enhed og er afrundet.',
      en: 'The amount is finer than the smallest unit of the currency and was rounded.',
    },
    suggestion: null,
  },
  not_a_date: {
    effect: 'field_empty',
    reason: { da: 'Teksten kan ikke læses som en dato.', en: 'The text cannot be read as a date.' },
    suggestion: { da: 'Skriv for eksempel 31-12-2026.', en: 'Write for example 31-12-2026.' },
  },
  month_only: {
    effect: 'adjusted',
    reason: {
      da: 'Der står kun en måned; {date} er brugt.',
      en: 'Only a month is stated; {date} was used.',
    },
    suggestion: null,
  },
  not_in_list: {
    effect: 'field_empty',
    reason: { da: 'Ordet er ikke en af mulighederne.', en: 'The word is none of the possibilities.' },
    suggestion: { da: 'Brug et af: {words}.', en: 'Use one of: {words}.' },
  },
  shortened: {
    effect: 'adjusted',
    reason: {
      da: 'Teksten er kortet af til {most} tegn.',
      en: 'The text was shortened to {most} characters.',
    },
    suggestion: null,
  },
  unknown_name: {
    effect: 'field_empty',
    reason: {
      da: '“{value}” findes ikke i organisationen.',
      en: '“{value}” is not known in the organisation.',
    },
    suggestion: {
      da: 'Opret først, eller ret stavemåden.',
      en: 'Create first, or correct the spelling.',
    },
  },
  ambiguous_name: {
    effect: 'field_empty',
    reason: {
      da: 'Der er flere, der hedder “{value}”.',
      en: 'There are several called “{value}”.',
    },
    suggestion: { da: 'Skriv e-mail eller kode i stedet.', en: 'Write the e-mail or code instead.' },
  },
} as const satisfies Record<string, { effect: IssueEffect; reason: Label; suggestion: Label | null }>;

export type IssueCode = keyof typeof ISSUES;

/** A cell that was not taken over as it stands, with what a person needs to find and mend it. */
export interface CellIssue {
  /** Address as spreadsheets write it: `P14`. */
  place: string;
  /** Row and column of the sheet, from 1. */
  row: number;
  column: number;
  heading: string;
  target: ImportTarget;
  /** What stands in the cell, cut at 200 characters. */
  value: string;
  code: IssueCode;
  effect: IssueEffect;
  reason: Label;
  /** What to do or to write instead; null when nothing is wrong with the cell. */
  suggestion: Label | null;
}

/** What an issue says beside its code. */
export interface IssueDetail {
  params?: Readonly<Record<string, string | Label>>;
  /** A text that could be read instead of the cell's. */
  instead?: string;
  /** What the issue does where it is graver than usual: an unreadable amount leaves a field empty, but an actual is nothing without it. */
  effect?: IssueEffect;
}

const SHOWN_VALUE = 200;

/** Builds an issue with its sentences filled in. */
export function cellIssue(
  code: IssueCode,
  where: Pick<CellIssue, 'place' | 'row' | 'column' | 'heading' | 'target'>,
  value: string,
  { params = {}, instead, effect: graver }: IssueDetail = {},
): CellIssue {
  const { effect, reason, suggestion } = ISSUES[code];
  const fill = (text: string, language: keyof Label) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const param = params[name];
      return param === undefined ? whole : typeof param === 'string' ? param : param[language];
    });
  const filled = (label: Label): Label => ({ da: fill(label.da, 'da'), en: fill(label.en, 'en') });
  const offer = instead === undefined ? suggestion : { da: `Mente du “${instead}”?`, en: `Did you mean “${instead}”?` };
  return {
    ...where,
    value: value.length > SHOWN_VALUE ? `${value.slice(0, SHOWN_VALUE - 1)}…` : value,
    code,
    effect: graver ?? effect,
    reason: filled(reason),
    suggestion: offer && filled(offer),
  };
}

/** The field's name for a list of issues. */
export function issueFieldLabel(issue: Pick<CellIssue, 'target'>): Label {
  return TARGET_RULES[issue.target].label;
}
