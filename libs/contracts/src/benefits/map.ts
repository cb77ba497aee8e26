import {
  ASSUMPTION_STATUSES,
  BENEFIT_CLASSES,
  BENEFIT_STATES,
  CHANGE_ACTIVITY_KINDS,
  ENABLER_KINDS,
  MAP_NODE_KINDS,
} from '@hoest/benefits';
import * as z from 'zod';
import { currency, id, isoDate, line, minor, prose, unsignedDecimal, version, yearNumber } from '../fields';
import { defineRoute } from '../route';

export const enabler = z
  .object({
    id,
    initiativeId: id,
    title: z.string(),
    kind: z.enum(ENABLER_KINDS).nullable(),
    note: z.string().nullable(),
    version,
  })
  .meta({ id: 'Enabler' });
export type Enabler = z.output<typeof enabler>;

export const changeActivity = z
  .object({
    id,
    initiativeId: id,
    /** The unit that changes; null = not said yet, or all affected units. */
    unitId: id.nullable(),
    unitName: z.string().nullable(),
    title: z.string(),
    kind: z.enum(CHANGE_ACTIVITY_KINDS),
    ownerId: id.nullable(),
    ownerName: z.string().nullable(),
    dueOn: isoDate.nullable(),
    hoursPlanned: unsignedDecimal.nullable(),
    budgetMinor: minor.nullable(),
    currency,
    priceYear: yearNumber.nullable(),
    personsPlanned: z.number().int().nullable(),
    /** Hours all participants need together. */
    hoursNeeded: unsignedDecimal.nullable(),
    /** Hours delivered in time people were released for it; null = not told, which is not 0. */
    hoursDeliveredReleased: unsignedDecimal.nullable(),
    doneOn: isoDate.nullable(),
    version,
  })
  .meta({ id: 'ChangeActivity' });
export type ChangeActivity = z.output<typeof changeActivity>;

export const assumption = z
  .object({
    id,
    mapLinkId: id,
    text: z.string(),
    status: z.enum(ASSUMPTION_STATUSES),
    /** Day somebody last looked whether it holds; null = never. */
    reviewedOn: isoDate.nullable(),
    version,
  })
  .meta({ id: 'Assumption' });
export type Assumption = z.output<typeof assumption>;

const nodeReference = z.object({ kind: z.enum(MAP_NODE_KINDS), id });

export const mapLink = z
  .object({
    id,
    from: nodeReference,
    to: nodeReference,
    /** Whether it is the goal the benefit's profile names, or the benefit it names as the one it contributes to. */
    own: z.boolean(),
    /** Whether the end cannot come without the start. */
    required: z.boolean(),
    note: z.string().nullable(),
    /** Broken ones first. */
    assumptions: z.array(assumption),
    /** Of the weakest assumption; null without assumptions. */
    status: z.enum(ASSUMPTION_STATUSES).nullable(),
    version,
  })
  .meta({ id: 'MapLink' });
export type MapLink = z.output<typeof mapLink>;

/** A broken assumption with the two things it stands between. */
export const brokenAssumption = z.object({
  id,
  mapLinkId: id,
  text: z.string(),
  reviewedOn: isoDate.nullable(),
  fromTitle: z.string(),
  toTitle: z.string(),
  initiativeId: id,
  initiativeTitle: z.string(),
});
export type BrokenAssumption = z.output<typeof brokenAssumption>;

export const benefitMap = z
  .object({
    /** Whose map it is: everything of an initiative and what it touches, or everything that leads to a goal. */
    subject: z.object({ kind: z.enum(['initiative', 'goal']), id, code: z.string(), title: z.string() }),
    enablers: z.array(enabler),
    changeActivities: z.array(changeActivity),
    benefits: z.array(
      z.object({
        id,
        initiativeId: id,
        initiativeCode: z.string(),
        initiativeTitle: z.string(),
        title: z.string(),
        state: z.enum(BENEFIT_STATES),
        class: z.enum(BENEFIT_CLASSES),
        polarity: z.union([z.literal(1), z.literal(-1)]),
        ownerName: z.string().nullable(),
      }),
    ),
    goals: z.array(z.object({ id, code: z.string(), title: z.string(), strategyId: id, strategyTitle: z.string() })),
    links: z.array(mapLink),
    /** Nodes of this map that rest on a broken assumption, also one of another initiative. */
    behindBroken: z.array(z.object({ node: nodeReference, assumptions: z.array(brokenAssumption) })),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'BenefitMap' });
export type BenefitMap = z.output<typeof benefitMap>;

const enablerFields = z.strictObject({ title: line(300), kind: z.enum(ENABLER_KINDS).nullable(), note: prose(2000) });

const changeActivityFields = z.strictObject({
  title: line(300),
  kind: z.enum(CHANGE_ACTIVITY_KINDS),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  dueOn: isoDate.nullable(),
  hoursPlanned: unsignedDecimal.nullable(),
  budgetMinor: minor.nullable(),
  currency,
  priceYear: yearNumber.nullable(),
  personsPlanned: z.number().int().min(0).max(1_000_000).nullable(),
  hoursNeeded: unsignedDecimal.nullable(),
  hoursDeliveredReleased: unsignedDecimal.nullable(),
  doneOn: isoDate.nullable(),
});

const assumptionFields = z.strictObject({
  text: line(1000),
  status: z.enum(ASSUMPTION_STATUSES),
  /** Left out, it is today when the status changes. */
  reviewedOn: isoDate.nullable(),
});

const byId = { params: z.strictObject({ id }), area: 'benefits', permission: 'benefit.edit' } as const;

export const mapRoutes = {
  readInitiativeMap: defineRoute({
    id: 'readInitiativeMap',
    method: 'GET',
    path: '/initiatives/:id/benefit-map',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'The benefit map of an initiative: enablers, change activities, benefits, goals, links and assumptions',
    params: z.strictObject({ id }),
    response: benefitMap,
  }),
  readGoalMap: defineRoute({
    id: 'readGoalMap',
    method: 'GET',
    path: '/goals/:id/benefit-map',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Everything that leads to a goal, in whatever initiative',
    params: z.strictObject({ id }),
    response: benefitMap,
  }),
  listBrokenAssumptions: defineRoute({
    id: 'listBrokenAssumptions',
    method: 'GET',
    path: '/broken-assumptions',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Every benefit that rests on a broken assumption, with the assumptions',
    response: z.object({ items: z.array(z.object({ benefitId: id, assumptions: z.array(brokenAssumption) })) }),
  }),
  addEnabler: defineRoute({
    ...byId,
    id: 'addEnabler',
    method: 'POST',
    path: '/initiatives/:id/enablers',
    status: 201,
    summary: 'Adds an enabler to an initiative',
    body: enablerFields.partial().required({ title: true }),
    response: enabler,
  }),
  changeEnabler: defineRoute({
    ...byId,
    id: 'changeEnabler',
    method: 'PATCH',
    path: '/enablers/:id',
    summary: 'Changes an enabler',
    body: enablerFields.partial(),
    response: enabler,
  }),
  removeEnabler: defineRoute({
    ...byId,
    id: 'removeEnabler',
    method: 'DELETE',
    path: '/enablers/:id',
    summary: 'Removes an enabler with its links and their assumptions',
    response: z.void(),
  }),
  addChangeActivity: defineRoute({
    ...byId,
    id: 'addChangeActivity',
    method: 'POST',
    path: '/initiatives/:id/change-activities',
    status: 201,
    summary: 'Adds a change activity to an initiative; without a currency it is in that of the initiative',
    body: changeActivityFields.partial().required({ title: true, kind: true }),
    response: changeActivity,
  }),
  changeChangeActivity: defineRoute({
    ...byId,
    id: 'changeChangeActivity',
    method: 'PATCH',
    path: '/change-activities/:id',
    summary: 'Changes a change activity',
    body: changeActivityFields.partial(),
    response: changeActivity,
  }),
  removeChangeActivity: defineRoute({
    ...byId,
    id: 'removeChangeActivity',
    method: 'DELETE',
    path: '/change-activities/:id',
    summary: 'Removes a change activity with its links and their assumptions',
    response: z.void(),
  }),
  addMapLink: defineRoute({
    ...byId,
    id: 'addMapLink',
    method: 'POST',
    path: '/initiatives/:id/map-links',
    status: 201,
    summary:
      'Links two nodes, the first being of the initiative; the first goal of a benefit becomes its own goal, later ones stand beside it',
    body: z.strictObject({
      from: z.strictObject({ kind: z.enum(MAP_NODE_KINDS), id }),
      to: z.strictObject({ kind: z.enum(MAP_NODE_KINDS), id }),
      required: z.boolean().optional(),
      note: prose(2000).optional(),
    }),
    response: mapLink,
  }),
  changeMapLink: defineRoute({
    ...byId,
    id: 'changeMapLink',
    method: 'PATCH',
    path: '/map-links/:id',
    summary:
      'Changes what is said about a link; `own` makes its goal the goal of the benefit, the former one stays a link',
    body: z.strictObject({ required: z.boolean(), note: prose(2000), own: z.literal(true) }).partial(),
    response: mapLink,
  }),
  removeMapLink: defineRoute({
    ...byId,
    id: 'removeMapLink',
    method: 'DELETE',
    path: '/map-links/:id',
    summary: 'Removes a link with its assumptions; the own goal of a benefit is emptied with it',
    response: z.void(),
  }),
  addAssumption: defineRoute({
    ...byId,
    id: 'addAssumption',
    method: 'POST',
    path: '/map-links/:id/assumptions',
    status: 201,
    summary: 'Says what a link rests on',
    body: assumptionFields.partial().required({ text: true }),
    response: assumption,
  }),
  changeAssumption: defineRoute({
    ...byId,
    id: 'changeAssumption',
    method: 'PATCH',
    path: '/assumptions/:id',
    summary: 'Changes an assumption; a new status is reviewed today unless a day is given',
    body: assumptionFields.partial(),
    response: assumption,
  }),
  removeAssumption: defineRoute({
    ...byId,
    id: 'removeAssumption',
    method: 'DELETE',
    path: '/assumptions/:id',
    summary: 'Removes an assumption; the trail keeps it',
    response: z.void(),
  }),
};
