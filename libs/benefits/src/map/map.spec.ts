import fc from 'fast-check';
import { behindBroken, type JudgedArrow } from './behind-broken';
import { checkLink } from './check-link';
import { type MapArrow, type MapNode, pathBetween, weakestStatus } from './graph';
import { mapRanks } from './ranks';
import { ASSUMPTION_STATUSES, MAP_NODE_KINDS, type MapNodeKind } from './value-lists';

const node = (kind: MapNodeKind, id: string, initiativeId: string | null = 'i'): MapNode => ({
  kind,
  id,
  initiativeId: kind === 'goal' ? null : initiativeId,
});
const arrow = (from: string, to: string): MapArrow => ({ from, to });
const judged = (from: string, to: string, status: JudgedArrow['status'] = null): JudgedArrow => ({
  id: `${from}>${to}`,
  from,
  to,
  status,
});

/** Arrows between a dozen nodes, each from a smaller to a larger number: no circle. */
const acyclic = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 0, max: 11 }),
      fc.constantFrom(null, ...ASSUMPTION_STATUSES),
    )
    .filter(([a, b]) => a !== b)
    .map(([a, b, status]) => judged(`n${Math.min(a, b)}`, `n${Math.max(a, b)}`, status)),
  { maxLength: 30 },
);

describe('which link a map takes', () => {
  it('lets enablers lead to activities and benefits, activities to benefits, benefits to benefits and goals', () => {
    const allowed = MAP_NODE_KINDS.flatMap((from) =>
      MAP_NODE_KINDS.filter((to) => checkLink(node(from, 'a'), node(to, 'b'), []).kind === 'allowed').map(
        (to) => `${from} > ${to}`,
      ),
    );
    expect(allowed).toEqual([
      'enabler > change_activity',
      'enabler > benefit',
      'change_activity > benefit',
      'benefit > benefit',
      'benefit > goal',
    ]);
  });

  it('lets only benefits contribute across initiatives', () => {
    expect(checkLink(node('enabler', 'e'), node('benefit', 'b', 'other'), []).kind).toBe('other-initiative');
    expect(checkLink(node('change_activity', 'a'), node('benefit', 'b', 'other'), []).kind).toBe('other-initiative');
    expect(checkLink(node('benefit', 'a'), node('benefit', 'b', 'other'), []).kind).toBe('allowed');
  });

  it('refuses a second link between the same two', () => {
    expect(checkLink(node('benefit', 'a'), node('goal', 'g'), [arrow('a', 'g')]).kind).toBe('duplicate');
  });

  it('refuses a circle and names the way round, also the shortest one', () => {
    const arrows = [arrow('b', 'c'), arrow('c', 'd'), arrow('b', 'd')];
    expect(checkLink(node('benefit', 'd'), node('benefit', 'b'), arrows)).toEqual({ kind: 'cycle', path: ['b', 'd'] });
    expect(checkLink(node('benefit', 'd'), node('benefit', 'c'), arrows)).toEqual({ kind: 'cycle', path: ['c', 'd'] });
    expect(checkLink(node('benefit', 'b'), node('benefit', 'b'), arrows)).toEqual({ kind: 'cycle', path: ['b'] });
  });

  it('never lets a map go round in a circle, whatever is tried in whatever order', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (tried) => {
        const arrows: MapArrow[] = [];
        for (const [from, to] of tried) {
          if (checkLink(node('benefit', `b${from}`), node('benefit', `b${to}`), arrows).kind === 'allowed')
            arrows.push(arrow(`b${from}`, `b${to}`));
        }
        for (const { from, to } of arrows) expect(pathBetween(arrows, to, from)).toBeUndefined();
        expect(new Set(arrows.map(({ from, to }) => `${from}>${to}`)).size).toBe(arrows.length);
      }),
    );
  });
});

describe('what rests on a broken assumption', () => {
  const arrows = [
    judged('system', 'training', 'broken'),
    judged('training', 'faster'),
    judged('faster', 'cheaper', 'holds'),
    judged('other', 'cheaper', 'uncertain'),
    judged('cheaper', 'goal'),
  ];

  it('is everything behind the link, not what stands before or beside it', () => {
    expect([...behindBroken(arrows)]).toEqual([
      ['training', ['system>training']],
      ['faster', ['system>training']],
      ['cheaper', ['system>training']],
      ['goal', ['system>training']],
    ]);
  });

  it('is nothing as long as assumptions hold or are uncertain', () => {
    expect(behindBroken(arrows.map((one) => ({ ...one, status: one.status && ('uncertain' as const) })))).toEqual(
      new Map(),
    );
  });

  it('is exactly what a broken link reaches, in whatever order the links come', () => {
    fc.assert(
      fc.property(acyclic, (links) => {
        const found = behindBroken(links);
        expect(new Map(behindBroken([...links].reverse()))).toEqual(new Map(found));
        for (let number = 0; number < 12; number += 1) {
          const id = `n${number}`;
          const causes = links.filter(({ to, status }) => status === 'broken' && pathBetween(links, to, id));
          expect(found.get(id) ?? []).toEqual([...new Set(causes.map((link) => link.id))].sort());
        }
      }),
    );
  });

  it('only ever grows with another broken link', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(), (links, pick) => {
        const broken = links.map((link, at) =>
          at === pick % links.length ? { ...link, status: 'broken' as const } : link,
        );
        const after = behindBroken(broken);
        for (const [id, causes] of behindBroken(links)) expect(after.get(id)).toEqual(expect.arrayContaining(causes));
      }),
    );
  });

  it('ends where stored links go round in a circle', () => {
    expect([...behindBroken([judged('a', 'b', 'broken'), judged('b', 'a')]).keys()].sort()).toEqual(['a', 'b']);
  });
});

describe('the columns of a map', () => {
  it('keeps the four columns, and gives benefits that contribute columns of their own', () => {
    const nodes = [
      node('goal', 'g'),
      node('benefit', 'c'),
      node('benefit', 'b'),
      node('change_activity', 'a'),
      node('enabler', 'e'),
      node('benefit', 'd'),
    ];
    const arrows = [
      arrow('e', 'a'),
      arrow('a', 'b'),
      arrow('b', 'c'),
      arrow('d', 'c'),
      arrow('b', 'd'),
      arrow('c', 'g'),
    ];
    const { rankOf, benefitColumns } = mapRanks(nodes, arrows);
    expect(Object.fromEntries(rankOf)).toEqual({ e: 0, a: 1, b: 2, d: 3, c: 4, g: 5 });
    expect(benefitColumns).toBe(3);
    expect(Object.fromEntries(mapRanks([node('goal', 'g')], []).rankOf)).toEqual({ g: 3 });
  });

  it('lets every allowed arrow run to a higher column', () => {
    const nodes = Array.from({ length: 12 }, (_, at) =>
      node(at < 3 ? 'enabler' : at < 5 ? 'change_activity' : at < 10 ? 'benefit' : 'goal', `n${at}`),
    );
    fc.assert(
      fc.property(acyclic, (tried) => {
        const arrows: MapArrow[] = [];
        for (const { from, to } of tried) {
          const [start, end] = [from, to].map((id) => nodes.find((one) => one.id === id)!);
          if (checkLink(start!, end!, arrows).kind === 'allowed') arrows.push({ from, to });
        }
        const { rankOf } = mapRanks(nodes, arrows);
        for (const { from, to } of arrows) expect(rankOf.get(from)!).toBeLessThan(rankOf.get(to)!);
        expect(mapRanks([...nodes].reverse(), [...arrows].reverse()).rankOf).toEqual(new Map([...rankOf].reverse()));
      }),
    );
  });

  it('ends where stored links go round in a circle', () => {
    const nodes = [node('benefit', 'a'), node('benefit', 'b')];
    expect(mapRanks(nodes, [arrow('a', 'b'), arrow('b', 'a')]).rankOf.size).toBe(2);
  });
});

describe('the status of a link', () => {
  it('is that of its weakest assumption, and none without assumptions', () => {
    expect(weakestStatus(['holds', 'broken', 'uncertain'])).toBe('broken');
    expect(weakestStatus(['uncertain', 'holds'])).toBe('uncertain');
    expect(weakestStatus([])).toBeNull();
  });
});
