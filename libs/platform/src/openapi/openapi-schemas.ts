import * as z from 'zod';

type Json = Record<string, unknown>;

/** Turns schemas of the contract into JSON Schema and collects the named ones as components. */
export class OpenApiSchemas {
  private readonly named = new Map<string, Json>();

  /** @param io `input` for what callers send, `output` for what they get */
  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _draft,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & {
      $defs?: Record<string, Json>;
    };
    const names = new Map<string, string>();
    for (const [name, definition] of Object.entries($defs)) names.set(name, this.nameFor(name, definition));
    for (const [name, definition] of Object.entries($defs)) {
      this.named.set(names.get(name) ?? name, withReferences(definition, names) as Json);
    }
    return withReferences(root, names) as Json;
  }

  /** Every named schema met so far, by name. */
  components(): Json {
    return Object.fromEntries([...this.named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What is sent and what is received may differ under one name; then the sent one is called `…Input`. */
  private nameFor(name: string, definition: Json): string {
    const known = this.named.get(name);
    if (!known) return name;
    const same = JSON.stringify(known) === JSON.stringify(withReferences(definition, new Map()));
    return same ? name : `${name}Input`;
  }
}

/** Formats that say what the pattern beside them says, in one word. */
const KNOWN_FORMATS: readonly unknown[] = ['uuid', 'date', 'date-time', 'email'];

/** Whether a keyword of a schema tells a reader nothing: a pattern beside its format, the limits of JavaScript's numbers. */
function isNoise(schema: Json, key: string): boolean {
  if (key === 'pattern') return KNOWN_FORMATS.includes(schema['format']);
  if (key === 'minimum' || key === 'maximum') return Math.abs(Number(schema[key])) === Number.MAX_SAFE_INTEGER;
  // The name of a component stands where it is referred to.
  return key === 'id' && typeof schema['id'] === 'string';
}

function withReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((member) => withReferences(member, names));
  if (value === null || typeof value !== 'object') return value;
  const schema = value as Json;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !isNoise(schema, key))
      .map(([key, member]) => {
        if (key !== '$ref' || typeof member !== 'string') return [key, withReferences(member, names)];
        const name = member.replace('#/$defs/', '');
        return [key, `#/components/schemas/${names.get(name) ?? name}`];
      }),
  );
}
