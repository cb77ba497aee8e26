import type { FieldFault } from '@hoest/platform';

/**
 * The query of an address, each name once. A name given twice is a fault, because readers disagree on which one counts.
 * @param url path with query, as it came
 */
export function parseStrictQuery(url: string): { values: Record<string, string>; faults: FieldFault[] } {
  const start = url.indexOf('?');
  const values: Record<string, string> = {};
  const faults: FieldFault[] = [];
  if (start < 0) return { values, faults };
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    const pointer = `/query/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (name === '__proto__') {
      faults.push({
        pointer,
        code: 'unknown_field',
        detail: { da: '»__proto__« kendes ikke her.', en: '“__proto__” is not known here.' },
      });
    } else if (Object.hasOwn(values, name)) {
      faults.push({
        pointer,
        code: 'repeated',
        detail: {
          da: `»${name}« står der to gange; skriv flere værdier med komma imellem.`,
          en: `“${name}” is given twice; separate several values with commas.`,
        },
      });
    } else if (value.includes('\0') || name.includes('\0')) {
      faults.push({
        pointer,
        code: 'malformed',
        detail: { da: 'Tegnet NUL kan ikke bruges.', en: 'The NUL character cannot be used.' },
      });
    } else {
      values[name] = value;
    }
  }
  return { values, faults };
}
