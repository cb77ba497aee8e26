import { COST_KINDS } from '@hoest/portfolio';
import * as z from 'zod';
import {
  currency,
  decimal,
  id,
  isoMonth,
  line,
  minor,
  unsignedDecimal,
  prose,
  share,
  version,
  yearNumber,
} from '../fields';
import { defineRoute } from '../route';

export const costLine = z
  .object({
    id,
    initiativeId: id,
    name: z.string().nullable(),
    /** Null = undated: a total without a year. */
    year: yearNumber.nullable(),
    kind: z.enum(COST_KINDS),
    planMinor: minor.nullable(),
    forecastMinor: minor.nullable(),
    actualMinor: minor.nullable(),
    hours: decimal.nullable(),
    currency,
    priceYear: yearNumber.nullable(),
    isChangeEffort: z.boolean(),
    note: z.string().nullable(),
    version,
  })
  .meta({ id: 'CostLine' });
export type CostLine = z.output<typeof costLine>;

const costLineFields = z.strictObject({
  name: line(200).nullable(),
  year: yearNumber.nullable(),
  kind: z.enum(COST_KINDS),
  planMinor: minor.nullable(),
  forecastMinor: minor.nullable(),
  actualMinor: minor.nullable(),
  hours: unsignedDecimal.nullable(),
  currency,
  priceYear: yearNumber.nullable(),
  isChangeEffort: z.boolean(),
  note: prose(2000),
});

export const costRoutes = {
  listCostLines: defineRoute({
    id: 'listCostLines',
    method: 'GET',
    path: '/initiatives/:id/cost-lines',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Costs of an initiative per year and kind, undated last',
    params: z.strictObject({ id }),
    response: z.object({ items: z.array(costLine) }),
  }),
  addCostLine: defineRoute({
    id: 'addCostLine',
    method: 'POST',
    path: '/initiatives/:id/cost-lines',
    area: 'portfolio',
    permission: 'initiative.edit',
    status: 201,
    summary: 'Adds a cost line',
    params: z.strictObject({ id }),
    body: costLineFields.partial().required({ kind: true }),
    response: costLine,
  }),
  changeCostLine: defineRoute({
    id: 'changeCostLine',
    method: 'PATCH',
    path: '/cost-lines/:id',
    area: 'portfolio',
    permission: 'initiative.edit',
    summary: 'Changes a cost line',
    params: z.strictObject({ id }),
    body: costLineFields.partial(),
    response: costLine,
  }),
  removeCostLine: defineRoute({
    id: 'removeCostLine',
    method: 'DELETE',
    path: '/cost-lines/:id',
    area: 'portfolio',
    permission: 'initiative.edit',
    summary: 'Removes a cost line; the audit trail keeps its content',
    params: z.strictObject({ id }),
    response: z.void(),
  }),
};

export const adoptionSeries = z
  .object({
    id,
    initiativeId: id,
    unitId: id.nullable(),
    name: z.string(),
    /** Intended users or volume; null when not stated. */
    intended: decimal.nullable(),
    /** Share of the intended use that is the aim, 0–1. */
    targetRate: decimal,
    points: z.array(z.object({ month: isoMonth, actualRate: decimal })),
    version,
  })
  .meta({ id: 'AdoptionSeries' });
export type AdoptionSeries = z.output<typeof adoptionSeries>;

const adoptionFields = z.strictObject({
  unitId: id.nullable(),
  name: line(200),
  intended: unsignedDecimal.nullable(),
  targetRate: share,
});

export const adoptionRoutes = {
  listAdoptionSeries: defineRoute({
    id: 'listAdoptionSeries',
    method: 'GET',
    path: '/initiatives/:id/adoption-series',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'How far an initiative is in use, month by month',
    params: z.strictObject({ id }),
    response: z.object({ items: z.array(adoptionSeries) }),
  }),
  addAdoptionSeries: defineRoute({
    id: 'addAdoptionSeries',
    method: 'POST',
    path: '/initiatives/:id/adoption-series',
    area: 'portfolio',
    permission: 'initiative.edit',
    status: 201,
    summary: 'Adds a series of actual use against intended use',
    params: z.strictObject({ id }),
    body: adoptionFields.partial({ unitId: true, intended: true }),
    response: adoptionSeries,
  }),
  changeAdoptionSeries: defineRoute({
    id: 'changeAdoptionSeries',
    method: 'PATCH',
    path: '/adoption-series/:id',
    area: 'portfolio',
    permission: 'initiative.edit',
    summary: 'Changes a series; its points are set by month',
    params: z.strictObject({ id }),
    body: adoptionFields.partial(),
    response: adoptionSeries,
  }),
  setAdoptionPoints: defineRoute({
    id: 'setAdoptionPoints',
    method: 'PUT',
    path: '/adoption-series/:id/points',
    area: 'portfolio',
    permission: 'initiative.edit',
    ifMatch: true,
    summary: 'Sets the rate of the named months (null removes a month); other months stay',
    params: z.strictObject({ id }),
    body: z.strictObject({
      points: z
        .array(z.strictObject({ month: isoMonth, actualRate: unsignedDecimal.nullable() }))
        .min(1)
        .max(240),
    }),
    response: adoptionSeries,
  }),
  removeAdoptionSeries: defineRoute({
    id: 'removeAdoptionSeries',
    method: 'DELETE',
    path: '/adoption-series/:id',
    area: 'portfolio',
    permission: 'initiative.edit',
    summary: 'Removes a series with its points',
    params: z.strictObject({ id }),
    response: z.void(),
  }),
};
