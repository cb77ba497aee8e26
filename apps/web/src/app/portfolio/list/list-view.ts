import { INITIATIVE_SORTS, type InitiativeSummary } from '@hoest/contracts';
import { INITIATIVE_KINDS, PHASES, RAG_STATUSES } from '@hoest/portfolio';

/** What the list shows, as its address says it: every view has an address, and the address is the whole view. */
export interface ListView {
  q: string;
  /** `mine` = the signed-in person manages or owns it. */
  tab: Tab;
  phases: readonly string[];
  statuses: readonly string[];
  kinds: readonly string[];
  goalId: string | null;
  importId: string | null;
  sort: Sort;
  descending: boolean;
  /** Grouped by administration; the sort holds inside a group. */
  grouped: boolean;
}

export const TABS = ['active', 'all', 'mine', 'late', 'unknown'] as const;
export type Tab = (typeof TABS)[number];
export type Sort = (typeof INITIATIVE_SORTS)[number];

export const STATUSES = [...RAG_STATUSES, 'unknown'] as const;
const ACTIVE_AND_COMING = ['idea', 'analysis', 'proposed', 'approved', 'executing', 'realising', 'on_hold'];

const known = <Value extends string>(text: string | null | undefined, values: readonly Value[]): Value[] =>
  values.filter((value) => (text ?? '').split(',').includes(value));

/** Reads the view from the query of the address; unknown words are left out, so that an old link still opens. */
export function readListView(query: (name: string) => string | null): ListView {
  const sort = query('sort') ?? 'title';
  const name = sort.replace(/^-/, '');
  return {
    q: query('q') ?? '',
    tab: known(query('tab'), TABS)[0] ?? 'active',
    phases: known(query('phase'), PHASES),
    statuses: known(query('status'), STATUSES),
    kinds: known(query('kind'), INITIATIVE_KINDS),
    goalId: query('goal'),
    importId: query('import'),
    sort: known(name, INITIATIVE_SORTS)[0] ?? 'title',
    descending: sort.startsWith('-'),
    grouped: query('group') !== 'none',
  };
}

/** The query that says a view; what is the default is left out. */
export function writeListView(view: ListView): Record<string, string | null> {
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(',') : null);
  const sort = `${view.descending ? '-' : ''}${view.sort}`;
  return {
    q: view.q || null,
    tab: view.tab === 'active' ? null : view.tab,
    phase: list(view.phases),
    status: list(view.statuses),
    kind: list(view.kinds),
    goal: view.goalId,
    import: view.importId,
    sort: sort === 'title' ? null : sort,
    group: view.grouped ? null : 'none',
  };
}

/** The api's query of a view, without cursor. */
export function queryOf(view: ListView, scope: { unitId: string | undefined; personId: string | undefined }) {
  const sort = `${view.descending ? '-' : ''}${view.sort}`;
  const statuses = view.tab === 'unknown' ? ['unknown'] : view.statuses;
  const phases = view.phases.length > 0 ? view.phases : view.tab === 'active' ? ACTIVE_AND_COMING : [];
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(',') : undefined);
  return {
    limit: 200,
    q: view.q || undefined,
    sort: view.grouped ? `administrationName,${sort}` : sort,
    'filter[phase]': list(phases),
    'filter[status]': list(statuses),
    'filter[kind]': list(view.kinds),
    'filter[late]': view.tab === 'late' ? 'true' : undefined,
    'filter[managerId]': view.tab === 'mine' ? scope.personId : undefined,
    'filter[goalId]': view.goalId ?? undefined,
    'filter[importId]': view.importId ?? undefined,
    'filter[unitId]': scope.unitId,
  };
}

/** A line of the drawn list: a group's head or an initiative. */
export type Line =
  | { kind: 'group'; id: string; name: string; count: number; cost: bigint | null; benefit: bigint | null }
  | { kind: 'initiative'; initiative: InitiativeSummary };

/**
 * The lines of the list; group heads carry count and sums of what has been read. Amounts of other currencies than the
 * organisation's are never added.
 */
export function linesOf(items: readonly InitiativeSummary[], grouped: boolean, currency: string): Line[] {
  if (!grouped) return items.map((initiative) => ({ kind: 'initiative', initiative }));
  const groups = new Map<string, InitiativeSummary[]>();
  for (const item of items) groups.set(item.administrationId, [...(groups.get(item.administrationId) ?? []), item]);
  const sum = (amounts: (string | null)[]) => {
    const stated = amounts.filter((amount) => amount !== null);
    return stated.length === 0 ? null : stated.reduce((total, amount) => total + BigInt(amount), 0n);
  };
  return [...groups.values()].flatMap((members): Line[] => {
    const [first] = members;
    if (!first) return [];
    const own = members.filter((member) => member.currency === currency);
    return [
      {
        kind: 'group',
        id: first.administrationId,
        name: first.administrationName,
        count: members.length,
        cost: sum(own.map(({ costMinor }) => costMinor)),
        benefit: sum(own.map(({ benefitMinor }) => benefitMinor)),
      },
      ...members.map((initiative): Line => ({ kind: 'initiative', initiative })),
    ];
  });
}
