import type { AuditEvent } from '@hoest/contracts';
import { FIELD_WORDS, type FieldWord, wordOf } from './field-words';

/** A change of one field, still as stored. */
export interface ToldChange {
  field: string;
  word: FieldWord;
  from: unknown;
  to: unknown;
}

/** What an event did, as far as people can read it. */
export interface ToldEvent {
  changes: readonly ToldChange[];
  /** How many further fields changed that have no words. */
  others: number;
}

/** Fields that another one of the same event already says. */
const SAID_BY: Readonly<Record<string, string>> = { phaseSince: 'phase', statusConfirmedOn: 'statusRag' };
/** Stored beside what it says: keys of rows, copies for computing. */
const isSilent = (field: string) =>
  !(field in FIELD_WORDS) &&
  field !== 'kind' &&
  /Id$|Ids$|By$|^(snapshot|absences|organisationId|version|polarity)$/.test(field);

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The changes of an event in the order people read fields; what is created tells only what it was given. */
export function toldEvent({ objectKind, changes }: Pick<AuditEvent, 'objectKind' | 'changes'>): ToldEvent {
  const order = Object.keys(FIELD_WORDS);
  const told: ToldChange[] = [];
  let others = 0;
  for (const [field, { from, to }] of Object.entries(changes)) {
    if (isSilent(field) || (isEmpty(from) && isEmpty(to))) continue;
    const said = SAID_BY[field];
    if (said !== undefined && said in changes) continue;
    const word = wordOf(objectKind, field);
    if (word) told.push({ field, word, from, to });
    else others += 1;
  }
  told.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return { changes: told, others };
}
