import type { Unit } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';

/** One row of the tree as it is shown. */
export interface UnitLine {
  unit: Unit;
  /** 0 = the top of what is shown. */
  depth: number;
  /** How many units lie below it, at any depth. */
  below: number;
  /** Whether what lies below it is folded away; undefined when nothing does. */
  folded: boolean | undefined;
  /** Whether the search found the unit itself, and not only one below it. */
  found: boolean;
}

export interface TreeView {
  /** Unit on top; undefined = the whole organisation. */
  topId?: string;
  q: string;
  /** Whether units that are closed on `today` are shown too. */
  closed: boolean;
  folded: ReadonlySet<string>;
  today: CalendarDate;
}

/** Whether the unit no longer exists on a day. */
export function isClosed({ validTo }: Pick<Unit, 'validTo'>, today: CalendarDate): boolean {
  return validTo !== null && validTo < today;
}

/**
 * Ids of the unit and of everything below it.
 * @param units parents before children
 */
export function subtreeOf(units: readonly Unit[], id: string): ReadonlySet<string> {
  const within = new Set([id]);
  for (const unit of units) if (unit.parentId !== null && within.has(unit.parentId)) within.add(unit.id);
  return within;
}

/**
 * Rows of the tree, each unit followed by what lies below it in the order of the codes. A search keeps what it finds with
 * everything above it, whatever is folded.
 * @param units parents before children
 */
export function linesOf(units: readonly Unit[], view: TreeView): UnitLine[] {
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) {
    if (!view.closed && isClosed(unit, view.today)) continue;
    const siblings = children.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentId, [unit]);
  }
  const words = view.q.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
  const seeks = words.length > 0;

  const walk = (unit: Unit, depth: number): UnitLine[] => {
    const nested = (children.get(unit.id) ?? []).map((child) => walk(child, depth + 1));
    const text = `${unit.name} ${unit.code}`.toLocaleLowerCase('da');
    const found = words.every((word) => text.includes(word));
    const shown = nested.flat();
    if (seeks && !found && shown.length === 0) return [];
    const below = countBelow(children, unit.id);
    const folded = below === 0 ? undefined : !seeks && view.folded.has(unit.id);
    return [{ unit, depth, below, folded, found }, ...(folded ? [] : shown)];
  };

  return units
    .filter(({ id, parentId }) => (view.topId ? id === view.topId : parentId === null))
    .flatMap((top) => walk(top, 0));
}

function countBelow(children: ReadonlyMap<string | null, readonly Unit[]>, id: string): number {
  return (children.get(id) ?? []).reduce((sum, child) => sum + 1 + countBelow(children, child.id), 0);
}
