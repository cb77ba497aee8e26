import { claimRoutes, entryRoutes } from './finance/claims';
import { ledgerExportRoutes, ledgerRoutes, periodRoutes } from './finance/ledger';
import { importRoutes } from './exchange/imports';
import { benefitRoutes } from './benefits/benefits';
import { mapRoutes } from './benefits/map';
import { measurementRoutes, poolRoutes } from './benefits/measurements';
import { budgetRoutes } from './finance/budgets';
import { actualRoutes } from './finance/actuals';
import { priceIndexRoutes } from './finance/price-index';
import { trackRecordRoutes } from './finance/track-record';
import { maturityRoutes } from './maturity/maturity';
import { accountRoutes } from './organisation/accounts';
import { auditRoutes, documentRoutes, eventRoutes, healthRoutes, jobRoutes } from './organisation/records';
import { roleAssignmentRoutes } from './organisation/role-assignments';
import { accessTokenRoutes, sessionRoutes } from './organisation/session';
import { personRoutes, unitRoutes } from './organisation/units-and-people';
import { adoptionRoutes, costRoutes } from './portfolio/costs-and-adoption';
import { decisionRoutes } from './portfolio/gates-and-decisions';
import { initiativeRoutes } from './portfolio/initiatives';
import { overviewRoutes } from './portfolio/overview';
import { goalRoutes, strategyRoutes } from './portfolio/strategies';
import type { Route } from './route';

/** Every call of the contract; the api must have exactly one handler for each, and the documentation lists them in this order. */
export const ROUTES: readonly Route[] = [
  sessionRoutes,
  accessTokenRoutes,
  accountRoutes,
  unitRoutes,
  personRoutes,
  roleAssignmentRoutes,
  strategyRoutes,
  goalRoutes,
  overviewRoutes,
  initiativeRoutes,
  costRoutes,
  adoptionRoutes,
  decisionRoutes,
  benefitRoutes,
  measurementRoutes,
  poolRoutes,
  budgetRoutes,
  priceIndexRoutes,
  trackRecordRoutes,
  ledgerRoutes,
  ledgerExportRoutes,
  claimRoutes,
  entryRoutes,
  periodRoutes,
  mapRoutes,
  actualRoutes,
  importRoutes,
  maturityRoutes,
  auditRoutes,
  jobRoutes,
  eventRoutes,
  healthRoutes,
  documentRoutes,
].flatMap((group) => Object.values(group) as unknown as Route[]);
