import type { Label } from '@hoest/quantities';

const FAULTS = {
  empty_file: {
    da: 'Filen er tom. Vælg den fil, der har rækkerne.',
    en: 'The file is empty. Choose the file that has the rows.',
  },
  file_too_large: {
    da: 'Filen er større end {most} MB. Del den, eller fjern billeder og ark, der ikke skal med.',
    en: 'The file is larger than {most} MB. Split it, or remove pictures and sheets that are not needed.',
  },
  kind_not_taken: {
    da: 'Filer af typen “{kind}” kan ikke læses. Gem som .xlsx eller .csv, og prøv igen.',
    en: 'Files of the kind “{kind}” cannot be read. Save as .xlsx or .csv and try again.',
  },
  content_differs_from_name: {
    da: 'Filen hedder “{kind}”, men indholdet er noget andet. Åbn den i regnearket, og gem den igen.',
    en: 'The file is named “{kind}”, but its content is something else. Open it in the spreadsheet and save it again.',
  },
  archive_damaged: {
    da: 'Filen er beskadiget og kan ikke åbnes. Åbn den i regnearket, og gem den igen.',
    en: 'The file is damaged and cannot be opened. Open it in the spreadsheet and save it again.',
  },
  archive_unusual: {
    da: 'Filen er pakket på en måde, vi af sikkerhedsgrunde ikke tager imod ({what}). Gem den igen som .xlsx.',
    en: 'The file is packed in a way that we do not take for safety ({what}). Save it again as .xlsx.',
  },
  archive_encrypted: {
    da: 'Filen er beskyttet med adgangskode. Fjern beskyttelsen, og prøv igen.',
    en: 'The file is protected by a password. Remove the protection and try again.',
  },
  archive_too_many_entries: {
    da: 'Filen rummer flere end {most} dele. Gem kun det ark, der skal læses.',
    en: 'The file holds more than {most} parts. Save only the sheet to be read.',
  },
  archive_too_compressed: {
    da: 'Filen fylder mere end {most} gange så meget udpakket og tages af sikkerhedsgrunde ikke imod.',
    en: 'The file is more than {most} times as large unpacked and is not taken for safety.',
  },
  archive_too_large: {
    da: 'Filen fylder mere end {most} MB udpakket. Gem kun det ark, der skal læses.',
    en: 'The file is more than {most} MB unpacked. Save only the sheet to be read.',
  },
  archive_declares_entities: {
    da: 'Filen rummer XML-definitioner, som vi af sikkerhedsgrunde ikke tager imod. Gem den igen som .xlsx.',
    en: 'The file holds XML definitions that we do not take for safety. Save it again as .xlsx.',
  },
  not_a_workbook: {
    da: 'Filen er ikke en projektmappe fra et regneark. Gem den som .xlsx eller .csv.',
    en: 'The file is not a spreadsheet workbook. Save it as .xlsx or .csv.',
  },
  no_such_sheet: {
    da: 'Arket “{sheet}” findes ikke i filen.',
    en: 'There is no sheet “{sheet}” in the file.',
  },
  no_rows: {
    da: 'Der er ingen udfyldte celler i filen.',
    en: 'There are no filled cells in the file.',
  },
  quote_never_closed: {
    da: 'Et anførselstegn i række {row} lukkes aldrig, så resten af filen kan ikke læses. Ret cellen, og gem igen.',
    en: 'A quotation mark in row {row} is never closed, so the rest of the file cannot be read. Correct the cell and save again.',
  },
  too_many_rows: {
    da: 'Arket har flere end {most} rækker. Del det i flere filer.',
    en: 'The sheet has more than {most} rows. Split it into several files.',
  },
  too_many_columns: {
    da: 'Arket har flere end {most} kolonner. Fjern dem, der ikke skal med.',
    en: 'The sheet has more than {most} columns. Remove those that are not needed.',
  },
  too_many_cells: {
    da: 'Arket har flere end {most} celler. Fjern rækker og kolonner, der ikke skal med.',
    en: 'The sheet has more than {most} cells. Remove rows and columns that are not needed.',
  },
  cell_too_long: {
    da: 'Cellen {place} rummer flere end {most} tegn. Ofte mangler et afsluttende anførselstegn.',
    en: 'Cell {place} holds more than {most} characters. Often a closing quotation mark is missing.',
  },
  reading_too_slow: {
    da: 'Det tog for lang tid at læse filen. Gem kun det ark og de rækker, der skal med, og prøv igen.',
    en: 'Reading the file took too long. Save only the sheet and rows that are needed and try again.',
  },
  reading_too_large: {
    da: 'Filen kræver mere hukommelse, end der er afsat. Gem kun det ark og de rækker, der skal med, og prøv igen.',
    en: 'The file needs more memory than is set aside. Save only the sheet and rows that are needed and try again.',
  },
} as const satisfies Record<string, Label>;

export type UploadFaultCode = keyof typeof FAULTS;

/** Why a file is not taken: a stable code for programs and a sentence that says what to do. */
export interface UploadFault {
  code: UploadFaultCode;
  text: Label;
  params: Record<string, string>;
}

/** Builds the fault with its texts filled in. */
export function uploadFault(code: UploadFaultCode, params: Record<string, string> = {}): UploadFault {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  return { code, params, text: { da: fill(FAULTS[code].da), en: fill(FAULTS[code].en) } };
}

/** Carries a fault out of nested reading; caught where the public functions answer. */
export class UploadRefused extends Error {
  constructor(
    readonly fault: UploadFault,
    options?: ErrorOptions,
  ) {
    super(fault.text.en, options);
    this.name = 'UploadRefused';
  }
}
