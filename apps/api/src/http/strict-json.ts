import { ProblemError } from '@hoest/platform';

const MAX_DEPTH = 40;
// One string, or one structural character. The alternatives inside the string are disjoint, so matching is linear.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * JSON of a request body. Refuses what a lenient reader would settle silently: keys that occur twice, `__proto__`,
 * the NUL character (PostgreSQL has no room for it) and nesting deeper than any schema of ours.
 * @returns undefined for an empty text: no body.
 * @throws ProblemError `malformed`
 */
export function parseStrictJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('malformed', { cause });
  }
  refuseAmbiguity(text);
  return value;
}

/** Keys seen in the object being read, and whether a string here is a key; null inside an array. */
type Level = { keys: Set<string>; atKey: boolean } | null;

function refuseAmbiguity(text: string): void {
  const levels: Level[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), atKey: true });
    else if (token === '[') levels.push(null);
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') {
      if (level) level.atKey = true;
    } else {
      const string = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
      if (string.includes('\0')) throw new ProblemError('malformed');
      if (level?.atKey) {
        if (string === '__proto__' || level.keys.has(string)) throw new ProblemError('malformed');
        level.keys.add(string);
        level.atKey = false;
      }
    }
    if (levels.length > MAX_DEPTH) throw new ProblemError('malformed');
  }
}
