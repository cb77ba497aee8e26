import type { AssumptionStatus, MapNodeKind } from '@hoest/benefits';
import { HEAD, layoutMap, neighbourOf } from './map-layout';
import type { DrawnLink, DrawnNode } from './map-nodes';

const node = (kind: MapNodeKind, id: string): DrawnNode => ({
  kind,
  id,
  title: id,
  initiativeId: kind === 'goal' ? null : 'i',
  origin: null,
  broken: [],
});
const nodes = [
  node('enabler', 'e1'),
  node('enabler', 'e2'),
  node('change_activity', 'a'),
  node('benefit', 'b1'),
  node('benefit', 'b2'),
  node('goal', 'g'),
];
const link = (from: string, to: string, status: AssumptionStatus | null = null): DrawnLink => {
  const [start, end] = [from, to].map((id) => nodes.find((one) => one.id === id) as DrawnNode);
  return {
    from: start as DrawnNode,
    to: end as DrawnNode,
    link: {
      id: `${from}>${to}`,
      from: start,
      to: end,
      own: false,
      required: false,
      note: null,
      assumptions: [],
      status,
      version: 1,
    } as DrawnLink['link'],
  };
};
const links = [link('e1', 'a'), link('a', 'b1'), link('b1', 'b2'), link('b2', 'g'), link('e2', 'b2'), link('b1', 'g')];
const heights: Record<string, number> = { e1: 40, e2: 100, a: 60, b1: 40, b2: 40, g: 80 };
const height = (id: string) => heights[id] ?? 0;

describe('the layout of a benefit map', () => {
  const map = layoutMap(nodes, links, height, 1376);
  const placed = (id: string) => map.nodes.find((one) => one.node.id === id)!;

  it('puts every kind under its heading, and a benefit right of those that contribute to it', () => {
    const lefts = ['e1', 'e2', 'a', 'b1', 'b2', 'g'].map((id) => placed(id).x);
    expect(lefts).toEqual([0, 0, ...[1, 2, 3, 4].map((rank) => rank * (map.nodeWidth + 92))]);
    expect(map.columns.map(({ x }) => x)).toEqual([0, placed('a').x, placed('b1').x, placed('g').x]);
    expect(map.columns[2]!.x + map.columns[2]!.width).toBe(placed('b2').x + map.nodeWidth);
    expect(map.width).toBeLessThanOrEqual(1376);
  });

  it('lets no two nodes of a column touch, and keeps all below the headings', () => {
    const [first, second] = [placed('e1'), placed('e2')].sort((a, b) => a.y - b.y);
    expect(first!.y + height(first!.node.id)).toBeLessThan(second!.y);
    for (const { node, y } of map.nodes) {
      expect(y).toBeGreaterThanOrEqual(HEAD);
      expect(y + height(node.id)).toBeLessThanOrEqual(map.height);
    }
  });

  it('leads every arrow from the right of its start to the left of its end', () => {
    for (const { drawn, path } of map.links) {
      const [start, end] = [placed(drawn.from.id), placed(drawn.to.id)];
      expect(path.startsWith(`M${start.x + map.nodeWidth} `)).toBe(true);
      const [x, y] = path.split(/[ LC]/).slice(-2).map(Number);
      expect(x).toBe(end.x);
      expect(y).toBeCloseTo(end.middle, 0);
    }
  });

  it('keeps the four columns while there are no nodes, and is as wide as they need', () => {
    const empty = layoutMap([], [], height, 300);
    expect(empty.columns).toHaveLength(4);
    expect(empty.width).toBeGreaterThan(300);
  });

  it('keeps marks of one gap apart', () => {
    const marked = [link('e1', 'a', 'broken'), link('e2', 'a', 'broken'), link('e2', 'b2', 'uncertain')];
    const ys = layoutMap(nodes, marked, height, 1376)
      .links.map(({ mark }) => mark.y)
      .sort((a, b) => a - b);
    ys.slice(1).forEach((y, at) => expect(y - ys[at]!).toBeGreaterThanOrEqual(22));
  });

  it('follows links with left and right, and the column with up and down', () => {
    expect(neighbourOf(map, 'e1', 'ArrowRight')).toBe('a');
    expect(neighbourOf(map, 'a', 'ArrowLeft')).toBe('e1');
    expect(neighbourOf(map, 'g', 'ArrowRight')).toBeUndefined();
    expect(['b1', 'b2']).toContain(neighbourOf(map, 'g', 'ArrowLeft'));
    const [upper, lower] = [placed('e1'), placed('e2')].sort((a, b) => a.y - b.y).map((one) => one.node.id);
    expect(neighbourOf(map, upper!, 'ArrowDown')).toBe(lower);
    expect(neighbourOf(map, lower!, 'ArrowUp')).toBe(upper);
    expect(neighbourOf(map, lower!, 'ArrowDown')).toBeUndefined();
  });
});
