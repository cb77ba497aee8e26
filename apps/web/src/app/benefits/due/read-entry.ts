import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS, type EvidenceKind } from '@hoest/benefits';
import type { BodyInputOf, DueMeasurement, measurementRoutes } from '@hoest/contracts';
import { type CalendarDate, earlierDate } from '@hoest/quantities';
import type { TextReader } from '@hoest/ui';

/** Cells of a row that are typed in, in the order of the grid's columns. */
export const CELLS = ['value', 'volume', 'date', 'evidenceKind', 'comment'] as const;
export type Cell = (typeof CELLS)[number];

/** What stands in the cells of one row, as it was typed or pasted. */
export type Entry = Readonly<Record<Cell, string>>;
export const BLANK_ENTRY: Entry = { value: '', volume: '', date: '', evidenceKind: '', comment: '' };

export type MeasurementBody = BodyInputOf<typeof measurementRoutes.recordMeasurements>['items'][number];

/** What is wrong in a cell; `repairs` are texts that would be right. */
export interface CellFault {
  cell: Cell;
  text: string;
  repair?: string;
}

/** Names of the faults the grid finds itself; their words belong to the page. */
export type FaultKey =
  'valueMissing' | 'volumeMissing' | 'dateAhead' | 'dateBefore' | 'evidenceMissing' | 'evidenceUnknown';

/** What reading needs to speak the reader's language. */
export interface EntryReaders {
  number: TextReader<string>;
  date: TextReader<CalendarDate>;
  fault: (key: FaultKey, due: DueMeasurement, text?: string) => string;
}

export type EntryReading =
  /** Nothing is typed: the row is left for another day. */
  { kind: 'blank' } | { kind: 'faulty'; faults: CellFault[] } | { kind: 'ready'; body: MeasurementBody };

/** Day a measurement is taken to be of when none is typed: the last day of its period, today while the period runs. */
export function proposedDate(due: Pick<DueMeasurement, 'periodEnd'>, today: CalendarDate): CalendarDate {
  return earlierDate(due.periodEnd, today);
}

/** The kind of evidence a text names, in either language or by its code; undefined when it names none. */
export function evidenceKindOf(text: string): EvidenceKind | undefined {
  const plain = text.trim().toLowerCase();
  return EVIDENCE_KINDS.find((kind) => {
    const { da, en } = EVIDENCE_KIND_LABELS[kind];
    return [kind, da, en].some((word) => word.toLowerCase() === plain);
  });
}

/**
 * Reads one row of the grid. Zero is a value; a row without anything typed is `blank`. Every fault of the row is named at once.
 * The value answers the obligation of its row, also when it was measured some days after the period; before it, it cannot.
 */
export function readEntry(
  due: DueMeasurement,
  entry: Entry,
  today: CalendarDate,
  { number, date, fault }: EntryReaders,
): EntryReading {
  if (CELLS.every((cell) => entry[cell].trim() === '')) return { kind: 'blank' };
  const faults: CellFault[] = [];
  const read = <T>(cell: Cell, reader: TextReader<T>): T | null => {
    const reading = reader.read(entry[cell]);
    if (reading.kind === 'value') return reading.value;
    faults.push({ cell, text: reading.text, repair: reading.suggestions?.[0] });
    return null;
  };
  const own = (cell: Cell, key: FaultKey, text?: string, repair?: string) =>
    faults.push({ cell, text: fault(key, due, text), repair });

  const value = read('value', number);
  if (entry.value.trim() === '') own('value', 'valueMissing');
  const volume = read('volume', number);
  if (due.needsVolume && entry.volume.trim() === '') own('volume', 'volumeMissing');
  const proposed = proposedDate(due, today);
  const measuredOn = entry.date.trim() === '' ? proposed : read('date', date);
  if (measuredOn !== null && measuredOn > today) own('date', 'dateAhead', undefined, date.write(proposed));
  else if (measuredOn !== null && measuredOn < due.periodStart)
    own('date', 'dateBefore', undefined, proposed >= due.periodStart ? date.write(proposed) : undefined);
  const evidenceKind = evidenceKindOf(entry.evidenceKind);
  if (entry.evidenceKind.trim() === '') own('evidenceKind', 'evidenceMissing');
  else if (!evidenceKind) own('evidenceKind', 'evidenceUnknown', entry.evidenceKind.trim());

  if (faults.length > 0 || value === null || measuredOn === null || !evidenceKind) return { kind: 'faulty', faults };
  const comment = entry.comment.trim();
  return {
    kind: 'ready',
    body: {
      measureId: due.measureId,
      obligationId: due.obligationId,
      date: measuredOn,
      value,
      volume,
      evidenceKind,
      ...(comment ? { comment } : {}),
    },
  };
}

interface ServerFault {
  pointer: string;
  detail: string;
}

/**
 * The server's faults back in their cells: `/items/3/volume` belongs to the volume of the fourth row that was sent. What names no
 * cell (the measure, the benefit) stands at the value of its row; what names no row is left out and shown for the whole block.
 */
export function faultsByRow(
  errors: readonly ServerFault[],
  sent: readonly string[],
): { faults: Map<string, CellFault[]>; rest: string[] } {
  const faults = new Map<string, CellFault[]>();
  const rest: string[] = [];
  for (const { pointer, detail } of errors) {
    const [, index, name] = /^\/items\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
    const row = index === undefined ? undefined : sent[Number(index)];
    if (row === undefined) rest.push(detail);
    else {
      const cell = CELLS.find((one) => one === name) ?? 'value';
      faults.set(row, [...(faults.get(row) ?? []), { cell, text: detail }]);
    }
  }
  return { faults, rest };
}
