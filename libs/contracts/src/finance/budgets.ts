import { BUDGET_KINDS } from '@hoest/finance';
import * as z from 'zod';
import { id, isoDate, line, version, yearNumber } from '../fields';
import { defineRoute } from '../route';

/** A budget as it was adopted: what a gain is built into, with the years it speaks about. */
export const budgetVersion = z
  .object({
    id,
    name: z.string(),
    /** Budget year B. */
    year: yearNumber,
    /** B and its estimate years BO1–BO3. */
    years: z.array(yearNumber),
    kind: z.enum(BUDGET_KINDS),
    adoptedOn: isoDate,
    /** Claims that name it; with one or more it does not change any longer. */
    claims: z.number().int(),
    version,
  })
  .meta({ id: 'BudgetVersion' });
export type BudgetVersion = z.output<typeof budgetVersion>;

const budgetVersionFields = z.strictObject({
  name: line(120),
  year: yearNumber,
  kind: z.enum(BUDGET_KINDS),
  adoptedOn: isoDate,
});

export const budgetRoutes = {
  listBudgetVersions: defineRoute({
    id: 'listBudgetVersions',
    method: 'GET',
    path: '/finance/budget-versions',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Adopted budgets, the latest year first, each with the claims that name it',
    response: z.object({ items: z.array(budgetVersion) }),
  }),
  createBudgetVersion: defineRoute({
    id: 'createBudgetVersion',
    method: 'POST',
    path: '/finance/budget-versions',
    area: 'finance',
    permission: 'finance.settings',
    status: 201,
    summary: 'Adds an adopted budget',
    body: budgetVersionFields,
    response: budgetVersion,
  }),
  changeBudgetVersion: defineRoute({
    id: 'changeBudgetVersion',
    method: 'PATCH',
    path: '/finance/budget-versions/:id',
    area: 'finance',
    permission: 'finance.settings',
    summary: 'Corrects a budget that no claim names yet',
    params: z.strictObject({ id }),
    body: budgetVersionFields.partial(),
    response: budgetVersion,
  }),
};
