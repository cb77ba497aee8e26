import type { ManagerLevel } from '@hoest/organisation';
import type { RandomSource } from '../rows/random-source';
import type { PersonSpec, UnitSpec } from '../specs';
import { FIRST_NAMES, LAST_NAMES } from './word-lists';

/** Initiatives one project manager can have. */
const INITIATIVES_PER_MANAGER = 4;

const TITLES: Record<ManagerLevel, string> = {
  none: 'Projektleder',
  team: 'Teamleder',
  head: 'Afdelingschef',
  director: 'Direktør',
  chief: 'Kommunaldirektør',
};

/** One leader per unit, highest first, then project managers enough for the portfolio. No name twice. */
export function randomPeople(random: RandomSource, units: readonly UnitSpec[], initiatives: number): PersonSpec[] {
  const names = shuffled(
    random,
    LAST_NAMES.flatMap((last) => FIRST_NAMES.map((first) => `${first} ${last}`)),
  );
  const managers = Math.max(4, Math.ceil(initiatives / INITIATIVES_PER_MANAGER));
  const levelOf = (unit: UnitSpec): ManagerLevel =>
    unit.parent === null ? 'chief' : unit.committee ? 'director' : 'head';
  const posts = [
    ...units.map((unit) => ({ unit: unit.key, level: levelOf(unit) })),
    ...Array.from({ length: managers }, (_, index) => ({
      unit: units[index % units.length]?.key ?? '',
      level: 'none' as const,
    })),
  ];
  return posts.map(({ unit, level }, index) => {
    const name = names[index];
    if (!name) throw new Error(`There are no more than ${names.length} different names`);
    return { key: `p${index}`, name, title: TITLES[level], unit, level };
  });
}

function shuffled<T>(random: RandomSource, items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.whole(0, last);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}
