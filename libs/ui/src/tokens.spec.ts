import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Theme = 'light' | 'dark';
type Rgb = readonly [number, number, number];

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');

/** Every custom property of the first `:root` block, by name. */
const tokens = new Map(
  [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]).reverse() as [
    string,
    string,
  ][],
);

function colour(name: string, theme: Theme): Rgb {
  const value = tokens.get(name) ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (reference) return colour(reference, theme);
  const pair = /^light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)$/i.exec(value);
  const hex = theme === 'light' ? pair?.[1] : pair?.[2];
  if (!hex) throw new Error(`${name} is no pair of colours: ${value}`);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string, theme: Theme): number {
  const [lighter, darker] = [luminance(colour(a, theme)), luminance(colour(b, theme))].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

const THEMES: readonly Theme[] = ['light', 'dark'];
const SURFACES = ['--surface', '--surface-sunken', '--surface-raised', '--surface-hover', '--surface-selected'];
const PAGE = ['--surface', '--surface-sunken'];

/** Lowest contrast over the surfaces, both themes. */
const lowest = (name: string, surfaces: readonly string[]) =>
  Math.min(...THEMES.flatMap((theme) => surfaces.map((surface) => contrast(name, surface, theme))));

describe('tokens', () => {
  // The minima of look.md, section 4: texts over all five surfaces.
  it.each([
    ['--ink', 11],
    ['--ink-2', 7.0],
    ['--ink-3', 5.0],
    ['--accent', 6.0],
    ['--on-track', 5.0],
    ['--watch', 5.0],
    ['--deviation', 5.5],
    ['--unknown', 5.0],
  ])('%s can be read on every surface', (name, minimum) => {
    expect(lowest(name, SURFACES)).toBeGreaterThanOrEqual(minimum);
  });

  it.each([
    '--rule-strong',
    '--watch-mark',
    '--ink-step-edge',
    '--focus',
    '--series-1',
    '--series-2',
    '--series-3',
    '--series-4',
    '--series-5',
    '--series-rest',
    '--div-neg-2',
    '--div-pos-2',
  ])('%s can be seen on page and sunken surface', (name) => {
    expect(lowest(name, PAGE)).toBeGreaterThanOrEqual(3.0);
  });

  it.each([
    ['--on-accent', '--accent'],
    ['--on-accent', '--accent-strong'],
    ['--accent-strong', '--accent-soft'],
    ['--on-step-low', '--ink-step-1'],
    ['--on-step-low', '--ink-step-2'],
    ['--on-step-mid', '--ink-step-3'],
    ['--on-step-high', '--ink-step-4'],
    ['--on-step-high', '--ink-step-5'],
    ['--ink', '--watch-soft'],
    ['--ink', '--deviation-soft'],
    ['--watch', '--watch-soft'],
    ['--deviation', '--deviation-soft'],
    ['--ink-2', '--surface-sunken'],
  ])('%s can be read on %s', (text, ground) => {
    for (const theme of THEMES) expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it('puts more ink on each step of the certainty ramp', () => {
    for (const theme of THEMES) {
      const steps = [1, 2, 3, 4, 5].map((step) => contrast(`--ink-step-${step}`, '--surface', theme));
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });
});
