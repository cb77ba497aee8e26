import * as fc from 'fast-check';
import { ProblemError } from '@hoest/platform';
import { parseStrictJson } from './strict-json';

const refused = (text: string) => {
  try {
    parseStrictJson(text);
    return null;
  } catch (error) {
    return (error as ProblemError).code;
  }
};

describe('parseStrictJson', () => {
  it('reads whatever JSON.stringify writes, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/__proto__|\\u0000/.test(text));
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes an empty body for none', () => {
    expect(parseStrictJson(' \n')).toBeUndefined();
  });

  it.each([
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a key twice, deep inside', '[{"x":{"a":[],"b":{},"a":1}}]'],
    ['__proto__', '{"x":[{"__proto__":1}]}'],
    ['__proto__, escaped', '{"__pr\\u006fto__":1}'],
    ['NUL', '["a\\u0000"]'],
    ['deep nesting', '['.repeat(60) + ']'.repeat(60)],
    ['text that is not JSON', '{a:1}'],
  ])('refuses %s', (_, text) => {
    expect(refused(text)).toBe('malformed');
  });

  it('takes the same key in different objects, keys that look like structure, and an escaped backslash before u0000', () => {
    const text = '{"a":{"a":1},"b":[{"a":1},{"a":2}],"{":"}","[,":",]","c":"\\\\u0000"}';
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });
});
