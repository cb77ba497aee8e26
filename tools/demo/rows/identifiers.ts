import { createHash } from 'node:crypto';
import type { CalendarDate } from '@hoest/quantities';

/**
 * Ids of generated rows: version 7 UUIDs whose time is the day the object came about, and whose rest follows from seed and
 * key. The same story gets the same ids, and indexes stay in order of time as with ids made by the product.
 */
export class Identifiers {
  private readonly known = new Map<string, string>();

  /** @param namespace what makes the organisation and the seed its own. */
  constructor(private readonly namespace: string) {}

  /** Id of an object by kind and key. */
  of(kind: string, key: string, on: CalendarDate): string {
    const name = `${kind}/${key}`;
    const known = this.known.get(name);
    if (known) return known;
    const id = uuid(on, createHash('sha256').update(`${this.namespace}/${name}`).digest('hex'));
    this.known.set(name, id);
    return id;
  }

  /** Id of an object that was given one before. @throws when the story names an object it does not have */
  find(kind: string, key: string): string {
    const id = this.known.get(`${kind}/${key}`);
    if (!id) throw new Error(`The story has no ${kind} "${key}"`);
    return id;
  }
}

/**
 * Id of a part that comes in hundreds (obligations, measurements): the parent's tail with kind and number written into it.
 * Hashing each would take longer than everything else when millions of rows are made.
 * @param kind one hexadecimal digit, different for each kind of part of the same parent.
 */
export function partId(parent: string, kind: string, index: number, on: CalendarDate): string {
  const tail = parent.replaceAll('-', '').slice(13);
  return uuid(on, `${kind}${tail.slice(0, 2)}${tail.slice(3, 15)}${index.toString(16).padStart(4, '0')}`);
}

function uuid(on: CalendarDate, hexadecimal: string): string {
  const time = Date.parse(`${on}T00:00:00Z`).toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(hexadecimal.slice(3, 4), 16) % 4];
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${hexadecimal.slice(0, 3)}`,
    `${variant}${hexadecimal.slice(4, 7)}`,
    hexadecimal.slice(7, 19).padEnd(12, '0'),
  ].join('-');
}
