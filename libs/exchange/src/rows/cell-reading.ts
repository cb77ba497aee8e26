import { absenceOf, recogniseAbsence, type Absence } from './absence';
import type { IssueCode, IssueDetail } from './cell-issue';

/** An issue before its place is known. */
export interface CellNote {
  code: IssueCode;
  detail?: IssueDetail;
}

/** What a cell gives for its field. */
export type CellReading<Value> =
  | { kind: 'blank' }
  | { kind: 'value'; value: Value; notes: CellNote[] }
  | { kind: 'absent'; absence: Absence; note: CellNote };

export const BLANK = { kind: 'blank' } as const;

export function valueOf<Value>(value: Value, ...notes: CellNote[]): CellReading<Value> {
  return { kind: 'value', value, notes };
}

/** A cell whose words are no value of the field; they are kept with the initiative. */
export function unreadable(text: string, code: IssueCode, detail?: IssueDetail): CellReading<never> {
  return { kind: 'absent', absence: { kind: 'text', text }, note: detail ? { code, detail } : { code } };
}

/** The cell as an absence, when its text says that there is no value. */
export function absentCell(text: string, expected: 'value' | 'text' | 'name'): CellReading<never> | null {
  const recognised = recogniseAbsence(text, expected);
  return recognised && { kind: 'absent', absence: absenceOf(recognised, text), note: { code: recognised } };
}
