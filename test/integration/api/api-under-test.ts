import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS_ROLES, type AccessRole, type TokenScope } from '@hoest/organisation';
import { createLogger, hashPassword, readConfiguration } from '@hoest/platform';
import { createTestDatabase } from '@hoest/testing';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pg from 'pg';
import { createApp } from '../../../apps/api/src/create-app';
import { apiDataSource } from '../../../apps/api/src/http/ground.module';

/** Password of every account that `organisation` makes. */
export const PASSWORD = 'a sentence for tests';

/** A sign-in as a test uses it: headers that a browser or a program would send. */
export interface SignedIn {
  headers: Record<string, string>;
}

/** An organisation with a small tree and one person and account per access role. */
export interface TestOrganisation {
  organisationId: number;
  rootUnitId: string;
  /** Below the root. */
  unitId: string;
  personIds: Record<AccessRole, string>;
  accountIds: Record<AccessRole, string>;
  emails: Record<AccessRole, string>;
  /** A cookie session of the role's account; changing calls carry the CSRF header. */
  session(role: AccessRole): Promise<SignedIn>;
  /** An access token of the role's account. */
  token(role: AccessRole, scopes?: TokenScope[]): Promise<SignedIn>;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** Parsed JSON, or undefined when the answer has none. */
  body: any;
  text: string;
}

export interface CallOptions {
  as?: SignedIn;
  body?: unknown;
  headers?: Record<string, string>;
  /** `If-Match` of this version. */
  version?: number;
  /** Idempotency-Key; POST with a session gets a random one when left out, null = none. */
  key?: string | null;
}

/** The real api on a database of its own. */
export class ApiUnderTest {
  private constructor(
    readonly app: NestFastifyApplication,
    /** The owner of the schema: sees and may do everything. */
    readonly owner: InstanceType<typeof pg.Client>,
    readonly urls: { ownerUrl: string; appUrl: string },
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<ApiUnderTest> {
    const database = await createTestDatabase();
    const configuration = readConfiguration({
      NODE_ENV: 'test',
      DATABASE_URL: database.appUrl,
      LOG_LEVEL: 'silent',
      REQUESTS_PER_MINUTE: '0',
      ...environment,
    });
    const dataSource = apiDataSource(configuration);
    await dataSource.initialize();
    const app = await createApp(configuration, createLogger('api', configuration.LOG_LEVEL), dataSource);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    return new ApiUnderTest(app, owner, database, database.drop);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.drop();
  }

  /** @param path below `/api/v1`, or a whole path beginning with `//` */
  async call(method: string, path: string, options: CallOptions = {}): Promise<Reply> {
    const headers: Record<string, string> = { ...options.as?.headers, ...options.headers };
    if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
    if (method === 'POST' && options.key !== null) headers['idempotency-key'] ??= options.key ?? randomUUID();
    const request: InjectOptions = {
      method: method as 'GET',
      url: path.startsWith('//') ? path.slice(1) : `/api/v1${path}`,
      headers,
    };
    if (options.body !== undefined) {
      request.payload = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
      headers['content-type'] ??= 'application/json';
    }
    const server = this.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    const reply = await server.inject(request);
    const json = /json/.test(String(reply.headers['content-type'])) && !reply.headers['content-encoding'];
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: json && reply.payload !== '' ? JSON.parse(reply.payload) : undefined,
      text: reply.payload,
    };
  }

  async organisation(name = 'Prøveby'): Promise<TestOrganisation> {
    const mark = randomBytes(4).toString('hex');
    const passwordHash = await hashedPassword();
    const rootUnitId = randomUUID();
    const unitId = randomUUID();
    const { rows } = await this.owner.query(
      `insert into organisation (name, kind) values ($1, 'municipality') returning organisation_id`,
      [name],
    );
    const organisationId = rows[0].organisation_id as number;
    await this.owner.query(
      `insert into unit (organisation_id, id, parent_id, code, name, level, valid_from, ancestor_ids) values
         ($1, $2, null, '1', 'Rådhus', 0, '2020-01-01', array[$2::uuid]), ($1, $3, $2, '11', 'Børn og unge', 1, '2020-01-01', array[$2::uuid, $3::uuid])`,
      [organisationId, rootUnitId, unitId],
    );
    const made: [AccessRole, { personId: string; accountId: string; email: string }][] = [];
    for (const role of ACCESS_ROLES) {
      const personId = randomUUID();
      const accountId = randomUUID();
      const email = `${role}.${mark}@example.test`;
      await this.owner.query(
        `insert into person (organisation_id, id, unit_id, name, email, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
        [organisationId, personId, unitId, `Person ${role}`, email],
      );
      await this.owner.query(
        `insert into account (organisation_id, id, person_id, email, password_hash) values ($1, $2, $3, $4, $5)`,
        [organisationId, accountId, personId, email, passwordHash],
      );
      await this.owner.query(
        `insert into access_grant (organisation_id, account_id, access_role) values ($1, $2, $3)`,
        [organisationId, accountId, role],
      );
      made.push([role, { personId, accountId, email }]);
    }
    const each = (field: 'personId' | 'accountId' | 'email') =>
      Object.fromEntries(made.map(([role, one]) => [role, one[field]])) as Record<AccessRole, string>;
    const accountIds = each('accountId');
    return {
      organisationId,
      rootUnitId,
      unitId,
      personIds: each('personId'),
      accountIds,
      emails: each('email'),
      session: (role) => this.session(organisationId, accountIds[role]),
      token: (role, scopes = ['read', 'write', 'admin']) => this.token(organisationId, accountIds[role], scopes),
    };
  }

  private async session(organisationId: number, accountId: string): Promise<SignedIn> {
    const secret = randomBytes(32).toString('base64url');
    const csrf = randomBytes(32).toString('base64url');
    await this.owner.query(
      `insert into session (organisation_id, account_id, token_hash, csrf_token, expires_at) values ($1, $2, $3, $4, now() + interval '10 hours')`,
      [organisationId, accountId, sha256(secret), csrf],
    );
    return { headers: { cookie: `sid=${secret}`, 'x-xsrf-token': csrf } };
  }

  private async token(organisationId: number, accountId: string, scopes: TokenScope[]): Promise<SignedIn> {
    const secret = `hoest_${randomBytes(32).toString('base64url')}`;
    await this.owner.query(
      `insert into access_token (organisation_id, account_id, name, token_hash, scopes, expires_on) values ($1, $2, 'test', $3, $4, current_date + 30)`,
      [organisationId, accountId, sha256(secret), scopes],
    );
    return { headers: { authorization: `Bearer ${secret}` } };
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

let hashed: Promise<string> | null = null;
/** Made once: argon2 is slow on purpose. */
function hashedPassword(): Promise<string> {
  hashed ??= hashPassword(PASSWORD);
  return hashed;
}
