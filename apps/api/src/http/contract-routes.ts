import * as contracts from '@hoest/contracts';
import type { Route } from '@hoest/contracts';

/** Address that every path of the contract stands below. */
export const API_BASE = '/api/v1';

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value;
}

/**
 * Every call of the contract: all members of the exports of `@hoest/contracts` whose name ends with `Routes`. A new
 * group of routes needs no registration beyond being exported there.
 */
export const CONTRACT_ROUTES: readonly Route[] = Object.entries(contracts)
  .filter(([name]) => name.endsWith('Routes'))
  .flatMap(([, group]) => Object.values(group as object).filter(isRoute));

const MATCHERS = CONTRACT_ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${API_BASE}${route.path.replace(/:\w+/g, '[^/]+')}/?$`),
}));

/** Methods the contract declares for an address (path only, without query); empty when the address is unknown. */
export function declaredMethods(path: string): string[] {
  return MATCHERS.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route.method);
}

/** The call that reads the row which `route` changes: GET at the same address. Undefined when the contract has none. */
export function readingSibling(route: Route): Route | undefined {
  return CONTRACT_ROUTES.find((other) => other.method === 'GET' && other.path === route.path);
}
