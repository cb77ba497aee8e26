import type { Label } from '@hoest/quantities';

/** Kinds of node on a benefit map, in the order of the columns: what makes the change possible, the change, the gain, what it is for. */
export const MAP_NODE_KINDS = ['enabler', 'change_activity', 'benefit', 'goal'] as const;
export type MapNodeKind = (typeof MAP_NODE_KINDS)[number];

export const ENABLER_KINDS = ['system', 'data', 'process', 'skill'] as const;
export type EnablerKind = (typeof ENABLER_KINDS)[number];

/** Source: domain rules, section 2, "Change activity". */
export const CHANGE_ACTIVITY_KINDS = [
  'training',
  'process_redesign',
  'communication',
  'local_support',
  'role_change',
] as const;
export type ChangeActivityKind = (typeof CHANGE_ACTIVITY_KINDS)[number];

/** From the firmest to the failed. Source: domain rules, section 3, "Assumption". */
export const ASSUMPTION_STATUSES = ['holds', 'uncertain', 'broken'] as const;
export type AssumptionStatus = (typeof ASSUMPTION_STATUSES)[number];

export const MAP_NODE_KIND_LABELS: Record<MapNodeKind, Label> = {
  enabler: { da: 'Forudsætning', en: 'Enabler' },
  change_activity: { da: 'Forandringsaktivitet', en: 'Change activity' },
  benefit: { da: 'Gevinst', en: 'Benefit' },
  goal: { da: 'Mål', en: 'Goal' },
};

export const ENABLER_KIND_LABELS: Record<EnablerKind, Label> = {
  system: { da: 'System', en: 'System' },
  data: { da: 'Data', en: 'Data' },
  process: { da: 'Arbejdsgang', en: 'Workflow' },
  skill: { da: 'Kompetence', en: 'Skill' },
};

export const CHANGE_ACTIVITY_KIND_LABELS: Record<ChangeActivityKind, Label> = {
  training: { da: 'Oplæring', en: 'Training' },
  process_redesign: { da: 'Ny arbejdsgang', en: 'Process redesign' },
  communication: { da: 'Kommunikation', en: 'Communication' },
  local_support: { da: 'Støtte på stedet', en: 'Local support' },
  role_change: { da: 'Ændret rolle', en: 'Role change' },
};

export const ASSUMPTION_STATUS_LABELS: Record<AssumptionStatus, Label> = {
  holds: { da: 'Holder', en: 'Holds' },
  uncertain: { da: 'Usikker', en: 'Uncertain' },
  broken: { da: 'Brudt', en: 'Broken' },
};
