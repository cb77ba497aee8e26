/** Value lists of people and units; the words in other languages stand in `labels.ts`. */
export const ORGANISATION_KINDS = ['municipality', 'region', 'state', 'joint', 'other'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Ordered from no leadership to the top; "head or above" means head, director or chief. */
export const MANAGER_LEVELS = ['none', 'team', 'head', 'director', 'chief'] as const;
export type ManagerLevel = (typeof MANAGER_LEVELS)[number];

/** Who answers for what, apart from what a sign-in may do. */
export const ASSIGNED_ROLES = [
  'portfolio_owner',
  'steering_chair',
  'project_owner',
  'project_manager',
  'benefit_owner',
  'measurer',
  'change_lead',
  'finance_controller',
  'architect',
  'process_owner',
  'system_owner',
] as const;
export type AssignedRole = (typeof ASSIGNED_ROLES)[number];

/** What a role can be assigned on. */
export const ASSIGNABLE_KINDS = [
  'organisation',
  'unit',
  'strategy',
  'goal',
  'initiative',
  'benefit',
  'process',
  'system',
] as const;
export type AssignableKind = (typeof ASSIGNABLE_KINDS)[number];

/** Roles that are fields of the object itself, whose history the database keeps; they are chosen there, not assigned by hand. */
export const ROLES_KEPT_BY_OBJECT: Readonly<Partial<Record<AssignableKind, readonly AssignedRole[]>>> = {
  initiative: ['project_owner', 'project_manager'],
  benefit: ['benefit_owner', 'measurer'],
};
