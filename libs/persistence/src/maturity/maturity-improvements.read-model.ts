import {
  gapOf,
  hasValue,
  indicatorDefinition,
  type IndicatorDefinition,
  type IndicatorValue,
  liftOf,
  type Reason,
  reasonsOf,
  type Theme,
} from '@hoest/maturity';
import type { Label } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { figuresOf } from './maturity-figures';
import { actorOf, type MaturityMemberRow } from './maturity-members.read-model';
import { inScope, type MaturityUnitScope, readMaturityScope, scopeFilter } from './maturity-scope';
import { objectSql, type People } from './member-objects';
import { readMemberSums } from './member-sums';

/** What one person could repair of one indicator. */
export interface MaturityImprovement {
  indicatorId: string;
  theme: Theme;
  /** Who can act; null when nobody is named, and for people. */
  personId: string | null;
  personName: string | null;
  role: Reason['actor'];
  /** What to do, the most frequent first, at most three. */
  fixes: Label[];
  /** At most ten of `count`; none for people. */
  records: { title: string | null; target: MaturityMemberRow['target'] }[];
  count: number;
  /** Points the theme score would rise if all of them counted in full. */
  lift: number;
  /** The indicator that would fall if the number were dressed up. */
  partner: string;
}

/** Misses looked at per indicator: enough to rank, and a bound for organisations with thousands. */
const MOST_MISSES = 2000;
const MOST_RECORDS = 10;
const MOST_FIXES = 3;

/**
 * Records whose repair would lift a theme most, grouped by the person who can act, largest lift first. Only indicators with a
 * value in their theme: repairing others lifts nothing yet.
 * @returns undefined when there is no such unit
 */
export async function readMaturityImprovements(
  tx: Transaction,
  unitId: string | null = null,
  most = 50,
): Promise<MaturityImprovement[] | undefined> {
  const scope = await readMaturityScope(tx, unitId);
  if (!scope) return undefined;
  const { indicators } = figuresOf(await readMemberSums(tx, scope), [], scope.whole);
  const found: MaturityImprovement[] = [];
  for (const value of indicators.filter(hasValue)) {
    const definition = indicatorDefinition(value.id);
    if (!definition) continue;
    const weight = indicators
      .filter((one) => one.theme === value.theme && hasValue(one))
      .reduce((sum, one) => sum + (indicatorDefinition(one.id)?.weight ?? 0), 0);
    const misses = await readMisses(tx, scope, definition);
    found.push(...improvementsOf(definition, value, misses, weight));
  }
  return found
    .filter(({ lift }) => lift > 0)
    .sort((a, b) => b.lift - a.lift || (a.indicatorId < b.indicatorId ? -1 : 1))
    .slice(0, most);
}

interface Miss {
  title: string | null;
  targetKind: 'initiative' | 'benefit' | 'strategy' | null;
  targetId: string | null;
  people: People;
  numerator: string;
  denominator: string;
  reason: string;
}

function readMisses(tx: Transaction, scope: MaturityUnitScope, definition: IndicatorDefinition): Promise<Miss[]> {
  const { joins, columns } = objectSql(definition.objectKind);
  return tx.query<Miss>(
    `select ${columns}, m.numerator, m.denominator, m.reason from maturity_member m ${joins}
     where m.organisation_id = $1 and m.indicator_id = $2 and m.status <> 'exempt' and m.numerator < m.denominator and ${inScope('m.unit_id', '$3')}
     order by m.denominator - m.numerator desc, m.object_id limit ${MOST_MISSES}`,
    [tx.organisationId, definition.id, scopeFilter(scope)],
  );
}

function improvementsOf(
  definition: IndicatorDefinition,
  value: IndicatorValue,
  misses: readonly Miss[],
  weight: number,
): MaturityImprovement[] {
  // Of strategies the best one decides, and the misses come with the smallest last: the others lift nothing.
  const counting = definition.kind === 'step' ? misses.slice(-1) : misses;
  const acting = counting.map((miss) => ({ miss, actor: actorOf(reasonsOf(definition.id, miss.reason), miss.people) }));
  const groups = Map.groupBy(acting, ({ actor }) => (definition.aboutPeople ? '' : `${actor?.role} ${actor?.id}`));
  return [...groups.values()].flatMap((group) => {
    const actor = definition.aboutPeople ? null : group[0]?.actor;
    const members = group.map(({ miss }) => miss);
    return {
      indicatorId: definition.id,
      theme: definition.theme,
      personId: actor?.id ?? null,
      personName: actor?.name ?? null,
      role: group[0]?.actor?.role ?? null,
      fixes: fixesOf(definition, members),
      records: definition.aboutPeople
        ? []
        : members.slice(0, MOST_RECORDS).map(({ title, targetKind, targetId }) => ({
            title,
            target: targetKind && targetId ? { kind: targetKind, id: targetId } : null,
          })),
      count: members.length,
      lift: liftOf(definition, value, gapOf(definition, members), weight),
      partner: definition.counterweight,
    };
  });
}

/** What would repair the records, each way once, by how many need it. */
function fixesOf(definition: IndicatorDefinition, misses: readonly Miss[]): Label[] {
  const counts = new Map<string, { fix: Label; count: number }>();
  for (const { reason } of misses) {
    for (const { fix } of reasonsOf(definition.id, reason)) {
      if (!fix) continue;
      const known = counts.get(fix.en) ?? { fix, count: 0 };
      counts.set(fix.en, { fix, count: known.count + 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_FIXES)
    .map(({ fix }) => fix);
}
