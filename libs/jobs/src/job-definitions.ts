/**
 * Every kind of work that goes through the queue: its name, what it carries, where it waits, and when two wishes are the
 * same wish. The queue only wakes: what is to be done stands in PostgreSQL, so a lost or repeated job changes nothing.
 */

/**
 * What a job may carry. There is no field for text or amounts on purpose: the queue may live in Redis, outside row-level
 * security and outside the backups. Source: reliability rules, R5.
 */
const FIELD_CHECKS = {
  /** Number of an organisation. */
  organisation: (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0,
  uuid: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  /** A name from a list or a request id: no spaces, at most 100 characters. */
  word: (value: unknown) => typeof value === 'string' && /^[!-~]{1,100}$/.test(value),
} as const;

type FieldKind = keyof typeof FIELD_CHECKS;

/**
 * Lanes keep kinds of work from waiting for each other: minutes of import must not hold up a recalculation that somebody
 * watches. Each lane is a queue of its own with its own workers.
 */
export const LANES = ['recalculation', 'upkeep', 'long'] as const;
export type Lane = (typeof LANES)[number];

export interface JobDefinition {
  lane: Lane;
  fields: Readonly<Record<string, FieldKind>>;
  /** Fields whose values make two wishes the same; while one waits, the other is dropped. */
  sameWhen: readonly string[];
}

export const JOBS = {
  /** Recomputes one maturity scope. */
  'recalculate-scope': {
    lane: 'recalculation',
    fields: { organisationId: 'organisation', scopeKind: 'word', scopeId: 'uuid', requestId: 'word' },
    sameWhen: ['organisationId', 'scopeKind', 'scopeId'],
  },
  /** Recomputes every scope of an organisation whose wish is unmet; left behind by writes that touch very many. */
  'sweep-scopes': {
    lane: 'upkeep',
    fields: { organisationId: 'organisation', requestId: 'word' },
    sameWhen: ['organisationId'],
  },
  /** Queues the scopes that the calendar alone has moved. */
  'queue-due-scopes': { lane: 'upkeep', fields: { requestId: 'word' }, sameWhen: [] },
  /** Stores the scores of the month that ended, once per organisation and month. */
  'write-month-end-snapshots': { lane: 'upkeep', fields: { requestId: 'word' }, sameWhen: [] },
  /** Hands benefits whose owner left to the line manager, and lets claims lapse that nobody measured again. */
  'keep-benefits': { lane: 'upkeep', fields: { requestId: 'word' }, sameWhen: [] },
  /** Removes sessions and idempotency keys that have run out. */
  'purge-expired': { lane: 'upkeep', fields: { requestId: 'word' }, sameWhen: [] },
  /** Runs or resumes one row of the table `job`. */
  'run-job': {
    lane: 'long',
    fields: { organisationId: 'organisation', jobId: 'uuid', requestId: 'word' },
    sameWhen: ['organisationId', 'jobId'],
  },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];

export type PayloadOf<Name extends JobName> = {
  -readonly [Field in keyof (typeof JOBS)[Name]['fields']]: (typeof JOBS)[Name]['fields'][Field] extends 'organisation'
    ? number
    : string;
};

/**
 * One thing to do. A wish with a `sweep` lets everything else of the lane go first, because a sweep must not delay what
 * people wait for, and equals only wishes of the same sweep: should a job hang in the queue for whatever reason (waiting
 * for its next try, say), a later sweep is not dropped in its favour.
 */
export type JobWish<Name extends JobName = JobName> = {
  [N in Name]: { name: N; payload: PayloadOf<N>; sweep?: string };
}[Name];

/** A job came whose name or payload this program does not know, for example from an older or newer version. */
export class UnreadableJob extends Error {
  constructor(
    readonly jobName: string,
    readonly why: string,
  ) {
    super(`Job “${jobName}” cannot be read: ${why}`);
  }
}

/**
 * A wish from outside the type system: an outbox row, a job from the queue. Fields that are not defined are dropped.
 * @throws UnreadableJob
 */
export function readWish(name: string, payload: unknown): JobWish {
  const definition = (JOBS as Record<string, JobDefinition>)[name];
  if (!definition) throw new UnreadableJob(name, 'no such job');
  const given = (payload ?? {}) as Record<string, unknown>;
  const fields = Object.entries(definition.fields);
  const wrong = fields.find(([field, kind]) => !FIELD_CHECKS[kind](given[field]));
  if (wrong) throw new UnreadableJob(name, `${wrong[0]} is not a valid ${wrong[1]}`);
  return { name, payload: Object.fromEntries(fields.map(([field]) => [field, given[field]])) } as JobWish;
}

/** What makes two wishes the same, as one word without colons (BullMQ keeps those for itself). */
export function sameness(wish: JobWish): string {
  const definition: JobDefinition = JOBS[wish.name];
  const payload = wish.payload as Record<string, unknown>;
  const parts = [wish.name, ...definition.sameWhen.map((field) => String(payload[field]))];
  return wish.sweep === undefined ? parts.join('.') : [...parts, 'sweep', wish.sweep].join('.');
}

/** How often a job is tried before it counts as failed. */
export const ATTEMPTS = 8;

/** Wait before the second try, milliseconds; doubles with each further try, half of it at random. About 30 s in all. */
export const FIRST_BACKOFF_MS = 250;
export const BACKOFF_JITTER = 0.5;

/**
 * Kinds of long work, `job.kind`. The worker has exactly one runner for each and says so at start. A new kind is a word here
 * and a runner in apps/worker.
 */
export const LONG_JOB_KINDS = ['recalculate', 'commit-import', 'undo-import'] as const;
export type LongJobKind = (typeof LONG_JOB_KINDS)[number];
