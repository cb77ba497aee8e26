import { API_BASE, problem, type Route, ROUTES } from '@hoest/contracts';
import { PERMISSIONS } from '@hoest/organisation';
import * as z from 'zod';
import { PROBLEMS, type ProblemCode } from '../problems/catalogue';
import { OpenApiSchemas } from './openapi-schemas';

type Json = Record<string, unknown>;

const VERSION = '1.0.0';

/** Header parameters that several calls share. */
const HEADERS = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'ETag of the version that is changed; without it 428, stale 412.',
    schema: { type: 'string' },
    example: '"3"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A new random key for each new call; required with a cookie session. The same key gives the same answer for 48 hours.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
    example: '0198c1f2-7a54-7c3e-9a51-5c2b8f5d9e10',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of problems: `da` or `en`; otherwise what the account chose.',
    schema: { type: 'string' },
    example: 'da',
  },
} as const;

/** The contract as an OpenAPI 3.1 document. Depends on nothing but the contract, so that two builds give the same text. */
export function openApiDocument(routes: readonly Route[] = ROUTES): Json {
  const schemas = new OpenApiSchemas();
  const problemSchema = schemas.of(problem, 'output');
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `${API_BASE}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Høst',
      version: VERSION,
      description:
        'Portfolio and benefit realisation. Sign in with `POST /api/v1/session`, or send an access token as Bearer or as Basic password. Money is a string of minor units, dates are `YYYY-MM-DD`; errors are `application/problem+json`.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.area))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sid',
          description: '`__Host-sid` behind https. Changing calls also need X-XSRF-TOKEN.',
        },
        bearer: { type: 'http', scheme: 'bearer', description: 'Access token' },
        basic: { type: 'http', scheme: 'basic', description: 'Access token as password; any user name' },
      },
      parameters: HEADERS,
      responses: problemResponses(problemSchema),
      schemas: schemas.components(),
    },
  };
}

function operation(route: Route, schemas: OpenApiSchemas): Json {
  const success: Json = { description: 'Success' };
  if (!(route.response instanceof z.ZodVoid)) {
    const media =
      route.id === 'streamEvents'
        ? 'text/event-stream'
        : route.raw && route.id !== 'readOpenApi'
          ? 'application/octet-stream'
          : 'application/json';
    success['content'] = { [media]: { schema: schemas.of(route.response, 'output') } };
  }
  return {
    operationId: route.id,
    tags: [route.area],
    summary: route.summary,
    description: permissionText(route),
    security: securityOf(route),
    parameters: [
      ...fieldParameters(route.params, 'path', schemas),
      ...fieldParameters(route.query, 'query', schemas),
      ...headerParameters(route),
    ],
    ...requestBody(route, schemas),
    responses: {
      [String(route.status)]: success,
      ...Object.fromEntries(
        problemStatuses(route).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

function securityOf(route: Route): Json[] {
  if (route.permission === 'public') return [];
  return route.signsOff ? [{ session: [] }] : [{ session: [] }, { bearer: [] }, { basic: [] }];
}

function permissionText(route: Route): string {
  if (route.permission === 'public') return 'Needs no sign-in.';
  if (route.permission === 'signed_in') return 'Needs a sign-in.';
  const { kind, roles } = PERMISSIONS[route.permission];
  const needs = `Needs the permission \`${route.permission}\` (${kind}): ${roles.join(', ')}.`;
  return route.signsOff
    ? `${needs} Signs off: takes a cookie session whose password was given within the last ten minutes; an access token is refused.`
    : needs;
}

function headerParameters(route: Route): Json[] {
  const names: (keyof typeof HEADERS)[] = ['AcceptLanguage'];
  if (route.ifMatch) names.push('IfMatch');
  if (route.method === 'POST' && !route.multipart && !route.ownTransactions) names.push('IdempotencyKey');
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/** Members of an object schema as single parameters. */
function fieldParameters(schema: z.ZodType, place: 'path' | 'query', schemas: OpenApiSchemas): Json[] {
  const object = schemas.of(schema, 'input');
  const required = (object['required'] as string[] | undefined) ?? [];
  return Object.entries((object['properties'] as Record<string, Json> | undefined) ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: field,
  }));
}

function requestBody(route: Route, schemas: OpenApiSchemas): Json {
  if (route.multipart) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' };
    const schema = { type: 'object', properties: { file }, required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (route.body instanceof z.ZodUndefined) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemas.of(route.body, 'input') } } },
  };
}

/** Statuses a call may answer besides success. */
function problemStatuses(route: Route): number[] {
  const changes = route.method !== 'GET';
  const statuses = new Set([400, 429, 500, 503]);
  if (route.permission !== 'public') statuses.add(401).add(403);
  if (route.id === 'signIn') statuses.add(401).add(403);
  if (route.path.includes(':')) statuses.add(404);
  if (changes) for (const status of [409, 413, 415, 422]) statuses.add(status);
  if (route.ifMatch) statuses.add(412).add(428);
  if (route.method === 'POST') statuses.add(428);
  return [...statuses].sort((a, b) => a - b);
}

function problemResponses(schema: Json): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const [code, { status }] of Object.entries(PROBLEMS)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), code as ProblemCode]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `Problem${status}`,
      {
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title.en}`).join('; '),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}
