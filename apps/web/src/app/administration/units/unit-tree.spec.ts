import type { Unit } from '@hoest/contracts';
import { linesOf, subtreeOf, type TreeView } from './unit-tree';

const unit = (id: string, parentId: string | null, overrides: Partial<Unit> = {}): Unit => ({
  id,
  parentId,
  code: id,
  name: `Enhed ${id}`,
  level: 0,
  inScope: true,
  validFrom: '2020-01-01',
  validTo: null,
  version: 1,
  ...overrides,
});
/** Parents before children, as the api answers: by level, then by code. */
const UNITS = [
  unit('top', null),
  unit('a', 'top'),
  unit('b', 'top', { name: 'Beskæftigelse og Borgerservice' }),
  unit('a1', 'a'),
  unit('b1', 'b', { name: 'Ydelse' }),
  unit('b2', 'b', { name: 'Jobcenter', validTo: '2025-12-31' }),
];
const VIEW: TreeView = { q: '', closed: false, folded: new Set(), today: '2026-11-24' };
const shown = (view: Partial<TreeView>) =>
  linesOf(UNITS, { ...VIEW, ...view }).map(({ unit: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

describe('linesOf', () => {
  it('puts each unit before what lies below it', () => {
    expect(shown({})).toEqual(['top', '-a', '--a1', '-b', '--b1']);
  });

  it('shows closed units on demand', () => {
    expect(shown({ closed: true })).toEqual(['top', '-a', '--a1', '-b', '--b1', '--b2']);
  });

  it('keeps a unit until its last day', () => {
    expect(shown({ today: '2025-12-31' })).toContain('--b2');
  });

  it('folds what lies below, and counts it', () => {
    expect(shown({ folded: new Set(['a']) })).toEqual(['top', '-a', '-b', '--b1']);
    expect(linesOf(UNITS, VIEW).map(({ below, folded }) => [below, folded])).toEqual([
      [4, false],
      [1, false],
      [0, undefined],
      [1, false],
      [0, undefined],
    ]);
  });

  it('finds by name or code with the way there, folded or not', () => {
    expect(shown({ q: 'ydelse', folded: new Set(['b']) })).toEqual(['top', '-b', '--b1']);
    expect(shown({ q: 'BESKÆFT' })).toEqual(['top', '-b']);
    expect(shown({ q: 'findes ikke' })).toEqual([]);
  });

  it('begins with the chosen unit', () => {
    expect(shown({ topId: 'b' })).toEqual(['b', '-b1']);
  });
});

describe('subtreeOf', () => {
  it('holds the unit and everything below it', () => {
    expect([...subtreeOf(UNITS, 'b')].sort()).toEqual(['b', 'b1', 'b2']);
  });
});
