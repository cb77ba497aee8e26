import * as z from 'zod';

/**
 * Every setting of api and worker, read from the environment once, at start, and validated together: a program with
 * three wrong settings says so in one go. Nothing else reads the environment.
 */
const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(min).max(max));
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const schema = z.object({
  /** `production` behind TLS, `local` on a laptop over plain http, `test` in tests. */
  NODE_ENV: z.enum(['production', 'local', 'test']).default('local'),
  /** PostgreSQL as the application's role. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Most database connections of this process. */
  DATABASE_POOL_SIZE: wholeNumber(2, 100).default(10),
  /** Longest one statement of a request may run, milliseconds. */
  STATEMENT_TIMEOUT_MS: wholeNumber(100, 600_000).default(5000),
  /** Redis for the queue; unset = the queue lives in PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4300),
  /** Address people reach Høst at; https turns on Secure cookies and HSTS. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /**
   * Addresses or networks of reverse proxies whose `X-Forwarded-*` headers count, separated by commas; unset = none, and
   * such headers are ignored.
   */
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.string().regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?$/, 'must be an address or network')))
    .optional(),
  /** Requests one account may send per minute, 0 = as many as it likes. */
  REQUESTS_PER_MINUTE: wholeNumber(0, 10_000_000).default(3000),
  /** Folder of the built client; unset = the api serves no pages. */
  WEB_FOLDER: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Token for `/metrics`; unset = no metrics. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** How many recalculations and long jobs a worker runs at once. */
  WORKER_CONCURRENCY: wholeNumber(1, 64).default(4),
  /** Whether fail points may stop the process; only test builds set it. */
  FAIL_POINTS: flag.default(false),
  /** Which of them, `name=kill` or `name=<ms>` separated by commas; means nothing without FAIL_POINTS. */
  FAIL_POINT_PLAN: z.string().default(''),
});

export interface Configuration extends z.output<typeof schema> {
  /** Whether cookies carry `Secure` and the `__Host-` prefix. */
  secureCookies: boolean;
}

/** All faults of the environment at once, each naming the variable and what is expected. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `Høst cannot start; ${faults.length} setting(s) are wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

/** @throws ConfigurationError naming every fault. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new ConfigurationError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  return { ...parsed.data, secureCookies: parsed.data.PUBLIC_URL?.startsWith('https:') ?? false };
}
