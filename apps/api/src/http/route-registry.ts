import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Route, ROUTES } from '@hoest/contracts';
import { HANDLED_ROUTE } from './handle';
import type { RequestCall } from './request-call';

type HandlerMethod = (call: RequestCall) => unknown;

/** Which method of which controller handles which call of the contract. */
@Injectable()
export class RouteRegistry {
  private handlers: Map<Route, { name: string; run: HandlerMethod }[]> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** The handler of a call, bound to its controller; undefined when there is none. */
  handlerOf(route: Route): HandlerMethod | undefined {
    return this.found().get(route)?.[0]?.run;
  }

  /**
   * What is wrong between contract and handlers: a call without a handler or with two, a handler of a call that the
   * contract does not list, a call whose declaration cannot work. Empty = nothing.
   */
  faults(): string[] {
    const handlers = this.found();
    const faults: string[] = [];
    for (const route of ROUTES) {
      const names = handlers.get(route)?.map(({ name }) => name) ?? [];
      if (names.length === 0) faults.push(`${route.id} (${route.method} ${route.path}) has no handler`);
      if (names.length > 1) faults.push(`${route.id} has several handlers: ${names.join(', ')}`);
      if (route.permission === 'public' && !route.ownTransactions) {
        faults.push(`${route.id} is public and needs ownTransactions: there is no organisation to open one for`);
      }
    }
    const known = new Set(ROUTES);
    for (const [route, [handler]] of handlers) {
      if (!known.has(route))
        faults.push(`${handler?.name} handles ${route.id}, which ROUTES of the contracts does not list`);
    }
    const ids = ROUTES.map((route) => route.id);
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
      faults.push(`${id} is declared twice`);
    return faults;
  }

  private found(): Map<Route, { name: string; run: HandlerMethod }[]> {
    if (this.handlers) return this.handlers;
    this.handlers = new Map();
    for (const { instance, name } of this.discovery.getControllers()) {
      if (!instance) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, HandlerMethod>;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method];
        const route = handler && (Reflect.getMetadata(HANDLED_ROUTE, handler) as Route | undefined);
        if (!handler || !route) continue;
        const others = this.handlers.get(route) ?? [];
        this.handlers.set(route, [...others, { name: `${String(name)}.${method}`, run: handler.bind(instance) }]);
      }
    }
    return this.handlers;
  }
}
