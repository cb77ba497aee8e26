import { inject } from '@angular/core';
import type { Label } from '@hoest/quantities';
import { UiLocale } from './ui-locale';

/** Words of the parts themselves; what a page says stands in the page's own texts. `{name}` marks a place to fill. */
export const UI_TEXTS = {
  close: { da: 'Luk', en: 'Close' },
  cancel: { da: 'Annullér', en: 'Cancel' },
  loading: { da: 'Indlæser', en: 'Loading' },
  saving: { da: 'Gemmer …', en: 'Saving …' },
  saved: { da: 'Gemt {time}', en: 'Saved {time}' },
  undo: { da: 'Fortryd', en: 'Undo' },
  notSaved: { da: 'Ikke gemt', en: 'Not saved' },
  again: { da: 'Prøv igen', en: 'Try again' },
  conflict: { da: '{who} ændrede feltet, mens du skrev.', en: '{who} changed this field while you were writing.' },
  conflictSomeone: { da: 'En anden', en: 'Someone else' },
  conflictMine: { da: 'Din', en: 'Yours' },
  conflictTheirs: { da: 'Nu gemt', en: 'Saved now' },
  keepTheirs: { da: 'Behold den gemte', en: 'Keep the saved one' },
  useMine: { da: 'Brug min', en: 'Use mine' },
  empty: { da: 'tomt', en: 'empty' },
  required: { da: 'skal udfyldes', en: 'required' },
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  notStated: { da: 'ikke udfyldt', en: 'not filled in' },
  notChosen: { da: 'Ikke valgt', en: 'Not chosen' },
  missing: { da: 'mangler', en: 'missing' },
  unanswered: { da: 'Ikke besvaret', en: 'Not answered' },
  notNumber: { da: '»{text}« er ikke et tal.', en: '“{text}” is not a number.' },
  notMoney: { da: '»{text}« er ikke et beløb.', en: '“{text}” is not an amount.' },
  notDate: {
    da: '»{text}« er ikke en dato. Skriv fx {example}.',
    en: '“{text}” is not a date. Write for example {example}.',
  },
  monthOnly: {
    da: '»{text}« mangler en dag. Skriv fx {example}.',
    en: '“{text}” lacks a day. Write for example {example}.',
  },
  ambiguous: { da: '»{text}« kan læses på to måder.', en: '“{text}” can be read in two ways.' },
  useSuggestion: { da: 'Brug {text}', en: 'Use {text}' },
  meant: { da: 'Mente du {text}?', en: 'Did you mean {text}?' },
  tooPrecise: { da: 'Højst {decimals} decimaler.', en: 'At most {decimals} decimals.' },
  chooseDate: { da: 'Vælg i kalender', en: 'Choose from a calendar' },
  choose: { da: 'Vælg …', en: 'Choose …' },
  clear: { da: 'Ryd', en: 'Clear' },
  otherCurrency: { da: 'Beløbet skal være i {currency}.', en: 'The amount must be in {currency}.' },
  atLeast: { da: 'Mindst {limit}.', en: 'At least {limit}.' },
  atMost: { da: 'Højst {limit}.', en: 'At most {limit}.' },
  readAs: { da: '= {value}', en: '= {value}' },
  removeFilter: { da: 'Fjern filteret {name}', en: 'Remove the filter {name}' },
  asTable: { da: 'Vis som tabel', en: 'Show as table' },
  asChart: { da: 'Vis som figur', en: 'Show as chart' },
  csv: { da: 'CSV', en: 'CSV' },
  csvDownload: { da: 'Hent tallene som CSV', en: 'Download the numbers as CSV' },
  source: { da: 'Kilde: {source}', en: 'Source: {source}' },
  chartHelp: { da: 'Piletasterne flytter mellem punkterne.', en: 'Arrow keys move between the points.' },
  chartEdit: { da: 'Pil op og ned ændrer punktet.', en: 'Arrow up and down change the point.' },
  today: { da: 'i dag', en: 'today' },
  forecast: { da: 'forecast', en: 'forecast' },
  date: { da: 'Dato', en: 'Date' },
  level: { da: 'Niveau {level}', en: 'Level {level}' },
  score: { da: 'Score {score} af 100', en: 'Score {score} of 100' },
  progressOf: { da: '{done} af {total}', en: '{done} of {total}' },
  sortAscending: { da: 'sorteret stigende', en: 'sorted ascending' },
  sortDescending: { da: 'sorteret faldende', en: 'sorted descending' },
  pasted: { da: '{rows} rækker sat ind', en: '{rows} rows pasted' },
  moreOptions: { da: '{n} flere; skriv for at finde dem', en: '{n} more; type to find them' },
  searching: { da: 'Søger …', en: 'Searching …' },
  expand: { da: 'Fold ud', en: 'Expand' },
  collapse: { da: 'Fold sammen', en: 'Collapse' },
} as const satisfies Record<string, Label>;

export type UiTextKey = keyof typeof UI_TEXTS;

/** The parts' own words in the current language (injection context). */
export function injectUiText(): (key: UiTextKey, params?: Readonly<Record<string, string | number>>) => string {
  const locale = inject(UiLocale);
  return (key, params = {}) =>
    locale.label(UI_TEXTS[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
