import type { Route } from '@hoest/contracts';
import * as z from 'zod';

type Schema = Record<string, unknown>;

/** The address of a call below `/api/v1`, every id in it being this one. */
export function addressOf(route: Route, id: string): string {
  const params = sample(z.toJSONSchema(route.params, { io: 'input', unrepresentable: 'any' }) as Schema, id) as Record<
    string,
    string
  >;
  return route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? id);
}

/** A body the schema of the call takes, with this id wherever it names something; undefined where it takes none. */
export function bodyOf(route: Route, id: string): unknown {
  if (route.body instanceof z.ZodUndefined || route.multipart) return undefined;
  return sample(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Schema, id);
}

/** Texts that fit the patterns of the contract. */
const TEXTS = [
  '2026-01-01',
  '1',
  '0.5',
  'DKK',
  '2026-01-01T00:00:00Z',
  'someone@example.test',
  'text',
  '2026',
  'a sentence for tests',
  'gr.persistence',
];

function sample(schema: Schema, id: string, root: Schema = schema): unknown {
  const reference = schema['$ref'] as string | undefined;
  if (reference) {
    const definitions = root['$defs'] as Record<string, Schema>;
    return sample(definitions[reference.replace('#/$defs/', '')] ?? {}, id, root);
  }
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choices) return sample(choices[0] ?? {}, id, root);
  const parts = schema['allOf'] as Schema[] | undefined;
  if (parts) return sample(Object.assign({}, schema, ...parts, { allOf: undefined }) as Schema, id, root);
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  switch (type) {
    case 'object': {
      const fields = (schema['properties'] ?? {}) as Record<string, Schema>;
      const required = (schema['required'] ?? []) as string[];
      return Object.fromEntries(required.map((name) => [name, sample(fields[name] ?? {}, id, root)]));
    }
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () =>
        sample((schema['items'] ?? {}) as Schema, id, root),
      );
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 1), 1);
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema, id);
    default:
      return null;
  }
}

function sampleText(schema: Schema, id: string): string {
  if (schema['format'] === 'uuid') return id;
  if (schema['format'] === 'email') return 'someone@example.test';
  const patterns = [schema['pattern'] as string | undefined].filter((pattern) => pattern !== undefined);
  const least = Number(schema['minLength'] ?? 0);
  const fitting = TEXTS.find(
    (text) => text.length >= least && patterns.every((pattern) => new RegExp(pattern).test(text)),
  );
  return fitting ?? 'x'.repeat(least);
}
