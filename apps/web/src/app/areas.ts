import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import type { WaitingCounts } from '@hoest/contracts';
import type { Permission } from '@hoest/organisation';
import type { Label } from '@hoest/quantities';

/** One area of the product: where it lives, what the navigation calls it, and how its pages are fetched. */
export interface Area {
  /** First part of its addresses, English: `initiatives`. */
  path: string;
  /** Word in the navigation; without one the area is reached from other pages only. */
  label?: Label;
  /** Second key of the shortcut `g` + key. */
  key?: string;
  /** What one must be allowed to see it. */
  permission?: Permission;
  /** Which of the counts of what waits for the reader stands beside its word. */
  waiting?: keyof WaitingCounts;
  /** Its routes, relative to `path`, fetched when first visited; each guarded by `canActivate: [<area>Texts.load]`. */
  load: () => Promise<Routes | Type<unknown>>;
}

/**
 * The areas in the order of the navigation; router and navigation are both made from this list, so that there is never a
 * link without a page. To add one, add a line:
 *
 * ```ts
 * { path: 'maturity', label: { da: 'Modenhed', en: 'Maturity' }, key: 'm', permission: 'maturity.read', load: () => import('./maturity/maturity.routes').then((m) => m.maturityPages) },
 * ```
 * The first one a person may see is their start page.
 */
export const AREAS: readonly Area[] = [
  {
    path: 'overview',
    label: { da: 'Overblik', en: 'Overview' },
    key: 'o',
    permission: 'portfolio.read',
    waiting: 'decisions',
    load: () => import('./overview/overview.routes').then((module) => module.overviewPages),
  },
  {
    path: 'initiatives',
    label: { da: 'Portefølje', en: 'Portfolio' },
    key: 'p',
    permission: 'portfolio.read',
    load: () => import('./portfolio/portfolio.routes').then((module) => module.portfolioPages),
  },
  {
    path: 'benefits',
    label: { da: 'Gevinster', en: 'Benefits' },
    key: 'b',
    permission: 'portfolio.read',
    waiting: 'measurements',
    load: () => import('./benefits/benefits.routes').then((module) => module.benefitPages),
  },
  {
    path: 'finance',
    label: { da: 'Økonomi', en: 'Finance' },
    key: 'f',
    permission: 'portfolio.read',
    waiting: 'amounts',
    load: () => import('./finance/finance.routes').then((module) => module.financePages),
  },
  {
    path: 'due',
    permission: 'portfolio.read',
    load: () => import('./benefits/benefits.routes').then((module) => module.duePages),
  },
  {
    path: 'maturity',
    label: { da: 'Modenhed', en: 'Maturity' },
    key: 'm',
    permission: 'maturity.read',
    load: () => import('./maturity/maturity.routes').then((module) => module.maturityPages),
  },
  {
    path: 'strategies',
    label: { da: 'Strategi', en: 'Strategy' },
    key: 's',
    permission: 'portfolio.read',
    load: () => import('./portfolio/strategies/strategies.routes').then((module) => module.strategyPages),
  },
  {
    path: 'imports',
    label: { da: 'Import', en: 'Import' },
    permission: 'import.read',
    load: () => import('./exchange/exchange.routes').then((module) => module.importPages),
  },
  {
    path: 'administration',
    label: { da: 'Administration', en: 'Administration' },
    key: 'a',
    permission: 'audit.read',
    load: () => import('./administration/administration.routes').then((module) => module.administrationPages),
  },
];
