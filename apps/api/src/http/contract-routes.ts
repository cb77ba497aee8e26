import { API_BASE, type Route, ROUTES } from '@hoest/contracts';

const MATCHERS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${API_BASE}${route.path.replace(/:\w+/g, '[^/]+')}/?$`),
}));

/** Methods the contract declares for an address (path only, without query); empty when the address is unknown. */
export function declaredMethods(path: string): string[] {
  return MATCHERS.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route.method);
}

/** The call that reads the row which `route` changes: GET at the same address. Undefined when the contract has none. */
export function readingSibling(route: Route): Route | undefined {
  return ROUTES.find((other) => other.method === 'GET' && other.path === route.path);
}
