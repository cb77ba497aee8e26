import { type FieldWord as PortfolioWord, wordOf } from '../../portfolio/public';
import type { AuditEvent } from '@hoest/contracts';

/** How the value of a field is written; the portfolio's kinds and those of people and access. */
export type ValueKind =
  PortfolioWord['kind'] | 'grants' | 'managerLevel' | 'assignedRole' | 'assignableKind' | 'language' | 'hidden';

export interface FieldWord {
  label: { da: string; en: string };
  kind: ValueKind;
}

const word = (kind: ValueKind, da: string, en: string): FieldWord => ({ kind, label: { da, en } });

/** Words of the fields of this area; `hidden` values stay out of the trail, because a person can be erased and the trail not. */
const OWN_WORDS: Readonly<Record<string, Readonly<Record<string, FieldWord>>>> = {
  unit: {
    name: word('text', 'Navn', 'Name'),
    code: word('text', 'Kode', 'Code'),
    parentId: word('unit', 'Ligger under', 'Lies below'),
    inScope: word('answer', 'Omfattet', 'In scope'),
    validFrom: word('date', 'Gælder fra', 'Valid from'),
    validTo: word('date', 'Lukkes', 'Closes'),
  },
  person: {
    name: word('hidden', 'Navn', 'Name'),
    email: word('hidden', 'E-mail', 'E-mail'),
    title: word('hidden', 'Stilling', 'Job title'),
    unitId: word('unit', 'Enhed', 'Unit'),
    managerLevel: word('managerLevel', 'Ledelsesniveau', 'Manager level'),
    active: word('answer', 'Aktiv', 'Active'),
    validFrom: word('date', 'Ansat fra', 'Employed from'),
    validTo: word('date', 'Stoppet', 'Left'),
  },
  account: {
    personId: word('person', 'Person', 'Person'),
    email: word('hidden', 'E-mail', 'E-mail'),
    password: word('hidden', 'Adgangskode', 'Password'),
    locale: word('language', 'Sprog', 'Language'),
    active: word('answer', 'Kan logge ind', 'Can sign in'),
    grants: word('grants', 'Roller', 'Roles'),
  },
  role_assignment: {
    personId: word('person', 'Person', 'Person'),
    role: word('assignedRole', 'Rolle', 'Role'),
    objectKind: word('assignableKind', 'Gælder', 'For'),
    validFrom: word('date', 'Fra', 'From'),
    validTo: word('date', 'Til', 'Until'),
    confirmedOn: word('date', 'Bekræftet', 'Confirmed'),
  },
};

/** One field of an event, still as stored. */
export interface EventChange {
  field: string;
  word: FieldWord;
  from: unknown;
  to: unknown;
}

/** Fields that another one of the same event says already. */
const SAID_BY: Readonly<Record<string, string>> = { phaseSince: 'phase', statusConfirmedOn: 'statusRag' };
/** Keys of rows and copies for computing: no words for people. */
const SILENT =
  /(?:Id|Ids|By)$|^(?:id|version|organisationId|ancestorIds|level|externalId|snapshot|absences|polarity|pseudonymId|createdAt|updatedAt)$/;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What an event changed, as far as it can be said in words; what is created tells only what it was given. */
export function changesOf({ objectKind, changes }: Pick<AuditEvent, 'objectKind' | 'changes'>): {
  told: readonly EventChange[];
  /** How many further fields changed that have no words. */
  others: number;
} {
  const told: EventChange[] = [];
  let others = 0;
  for (const [field, { from, to }] of Object.entries(changes)) {
    const said = SAID_BY[field];
    if (said !== undefined && said in changes) continue;
    const own = OWN_WORDS[objectKind];
    const word = own ? own[field] : wordOf(objectKind, field);
    if (isEmpty(from) && isEmpty(to) && word?.kind !== 'hidden') continue;
    if (word) told.push({ field, word, from, to });
    else if (!SILENT.test(field)) others += 1;
  }
  return { told, others };
}

/** Actions with a sentence of their own; any other is told by its object and its name. */
export const TOLD_ACTIONS = [
  'added',
  'approved',
  'cancel_requested',
  'changed',
  'closed',
  'corrected',
  'created',
  'decided',
  'disputed',
  'executed',
  'followed_up',
  'followup_recorded',
  'gate_passed',
  'handed_over',
  'imported',
  'lapsed',
  'measured',
  'moved',
  'password_changed',
  'password_confirmed',
  'phase_moved',
  'plan_approved',
  'plan_frozen',
  'rebaselined',
  'recorded',
  'registered',
  'removed',
  'reported',
  'requested',
  'reversal_asked',
  'revoked',
  'signed_in',
  'signed_out',
  'status_confirmed',
  'transferred',
  'undone',
  'uploaded',
  'went_live',
  'withdrawn',
] as const;

/** Kinds of objects that events tell of. */
export const TOLD_KINDS = [
  'organisation',
  'unit',
  'person',
  'account',
  'role_assignment',
  'access_token',
  'session',
  'setting',
  'strategy',
  'goal',
  'initiative',
  'cost_line',
  'gate_passage',
  'decision',
  'adoption_series',
  'benefit',
  'measure',
  'obligation',
  'baseline',
  'plan_version',
  'measurement',
  'benefit_pool',
  'finance_claim',
  'finance_period',
  'budget_version',
  'enabler',
  'change_activity',
  'map_link',
  'assumption',
  'import',
  'job',
] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];
