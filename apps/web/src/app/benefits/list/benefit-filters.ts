import type { ParamMap, Params } from '@angular/router';
import { BENEFICIARIES, BENEFIT_CLASSES, BENEFIT_STATES } from '@hoest/benefits';
import type { benefitRoutes, QueryInputOf } from '@hoest/contracts';

/** What the list of benefits can be narrowed by; each stands in the address under the name the api gives it. */
export const FILTER_NAMES = [
  'state',
  'class',
  'beneficiary',
  'overdue',
  'mine',
  'ownerId',
  'measurerId',
  'initiativeId',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export const BENEFIT_SORTS = ['title', 'initiativeTitle', 'value', 'state', 'latestOn', 'ownerName'] as const;
export type BenefitSort = (typeof BENEFIT_SORTS)[number];

/** A list's view as its address holds it. */
export interface BenefitView {
  /** Chosen values per filter; a filter without values is not set. */
  filters: Partial<Record<FilterName, readonly string[]>>;
  sort: BenefitSort;
  descending: boolean;
  q: string;
}

const VALUES: Partial<Record<FilterName, readonly string[]>> = {
  state: BENEFIT_STATES,
  class: BENEFIT_CLASSES,
  beneficiary: BENEFICIARIES,
  overdue: ['true', 'false'],
  mine: ['true'],
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DEFAULT_SORT: BenefitSort = 'title';

/** Reads a view from an address. What it does not know – a word of another version, a broken id – is left out: the list must open. */
export function readView(params: ParamMap): BenefitView {
  const filters: BenefitView['filters'] = {};
  for (const name of FILTER_NAMES) {
    const known = VALUES[name];
    const chosen = (params.get(`filter[${name}]`) ?? '')
      .split(',')
      .filter((value) => (known ? known.includes(value) : UUID.test(value)));
    if (chosen.length > 0) filters[name] = chosen;
  }
  const asked = params.get('sort') ?? '';
  const sort = BENEFIT_SORTS.find((one) => one === asked.replace(/^-/, ''));
  return {
    filters,
    sort: sort ?? DEFAULT_SORT,
    descending: sort !== undefined && asked.startsWith('-'),
    q: (params.get('q') ?? '').slice(0, 200),
  };
}

/** Query parameters of a view; null drops what is not set, so that the address stays short. */
export function viewParams({ filters, sort, descending, q }: BenefitView): Params {
  const named = FILTER_NAMES.map((name) => [`filter[${name}]`, filters[name]?.join(',') || null]);
  const isDefault = sort === DEFAULT_SORT && !descending;
  return { ...Object.fromEntries(named), sort: isDefault ? null : `${descending ? '-' : ''}${sort}`, q: q || null };
}

/** The view without one of its filters; `q` is the search text. */
export function without(view: BenefitView, name: FilterName | 'q'): BenefitView {
  if (name === 'q') return { ...view, q: '' };
  const filters = { ...view.filters };
  delete filters[name];
  return { ...view, filters };
}

/** Everything that narrows the view, in the order of the filters. */
export function narrowing({ filters, q }: BenefitView): (FilterName | 'q')[] {
  return [...FILTER_NAMES.filter((name) => filters[name]), ...(q ? (['q'] as const) : [])];
}

type ListQuery = NonNullable<QueryInputOf<typeof benefitRoutes.listBenefits>>;

/** The call of a view for a unit and everything below it. */
export function listQueryOf(view: BenefitView, unitId: string | undefined, limit: number): ListQuery {
  const named = narrowing(view).flatMap((name) =>
    name === 'q' ? [] : [[`filter[${name}]`, view.filters[name]?.join(',')] as const],
  );
  return {
    limit,
    sort: `${view.descending ? '-' : ''}${view.sort}`,
    ...(view.q ? { q: view.q } : {}),
    ...(unitId ? { 'filter[unitId]': unitId } : {}),
    ...Object.fromEntries(named),
  };
}
