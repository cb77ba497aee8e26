import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fill } from './transpiler';

const app = join(__dirname, '..');
const files = readdirSync(app, { recursive: true, encoding: 'utf8' });
const danishFiles = files.filter((file) => /i18n\/(?:[\w-]+\.)?da\.json$/.test(file)).map((file) => join(app, file));
const sources = files
  .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(app, file), 'utf8'));

const load = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
/** Names of the places a text fills, each once. */
const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)(?=[},])/g)].map((found) => found[1]))].sort();

describe('texts', () => {
  it('are found', () => expect(danishFiles.length).toBeGreaterThan(2));

  describe.each(danishFiles.map((file) => [relative(app, file), file]))('%s', (_, file) => {
    const danish = load(file);
    const english = load(file.replace(/da\.json$/, 'en.json'));

    it('has the same keys in English', () => expect(Object.keys(english)).toEqual(Object.keys(danish)));

    it('has no empty text', () => {
      expect(Object.entries({ ...danish, ...english }).filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('fills the same places in both languages', () => {
      for (const key of Object.keys(danish))
        expect([key, places(english[key] ?? '')]).toEqual([key, places(danish[key] ?? '')]);
    });

    it('leaves no notation behind when filled', () => {
      for (const [language, texts] of [
        ['da', danish],
        ['en', english],
      ] as const) {
        for (const [key, text] of Object.entries(texts)) {
          const params = Object.fromEntries(places(text).map((place) => [place, 2]));
          expect([key, fill(text, params as Record<string, number>, language)]).toEqual([
            key,
            expect.not.stringMatching(/[{}]/),
          ]);
        }
      }
    });

    it('has no text that nothing uses', () => {
      const used = (key: string) => {
        const parts = key.split('.');
        // A key may be made from a prefix and a value: `demo.${role}`.
        const prefixes = parts.map((_part, index) => parts.slice(0, index + 1).join('.'));
        return sources.some(
          (source) => source.includes(`'${key}'`) || prefixes.some((prefix) => source.includes(`\`${prefix}.\${`)),
        );
      };
      expect(Object.keys(danish).filter((key) => !used(key))).toEqual([]);
    });
  });
});

describe('templates', () => {
  it('carry no style attribute, which the content security policy refuses', () => {
    const ui = join(app, '../../../../libs/ui/src');
    const all = [app, ui].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'))
        .map((file) => join(root, file)),
    );
    expect(
      all.filter((file) => /\sstyle="/.test(readFileSync(file, 'utf8'))).map((file) => relative(dirname(app), file)),
    ).toEqual([]);
  });

  it('use tokens instead of raw colours', () => {
    const ui = join(app, '../../../../libs/ui/src');
    const all = [app, ui].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|html|css)$/.test(file) && !/\.spec\.ts$|tokens\.css$/.test(file))
        .map((file) => join(root, file)),
    );
    expect(
      all
        .filter((file) =>
          /[:\s"](#[0-9a-f]{3,8}\b(?!-)|(?:rgb|hsl)a?\()/i.test(readFileSync(file, 'utf8').replace(/&#\d+;/g, '')),
        )
        .map((file) => relative(dirname(app), file)),
    ).toEqual([]);
  });
});
