import { randomUUID } from 'node:crypto';
import {
  createDataSource,
  Database,
  InvalidCursor,
  type ListPlan,
  type ListRequest,
  listPage,
  systemCaller,
} from '@hoest/persistence';
import { createTestDatabase, type TestDatabase } from '@hoest/testing';
import * as fc from 'fast-check';

interface Row {
  id: string;
  word: string | null;
  amount: string | null;
  day: string | null;
  at: Date | null;
  always: number;
}

const plan: ListPlan = {
  select: 'l.id, l.word, l.amount, l.day, l.at, l.always',
  from: 'list_under_test l',
  id: 'l.id',
  sorts: {
    word: { sql: 'l.word', kind: 'text' },
    amount: { sql: 'l.amount', kind: 'number' },
    day: { sql: 'l.day', kind: 'date' },
    at: { sql: 'l.at', kind: 'instant' },
    always: { sql: 'l.always', kind: 'number', required: true },
  },
  filters: {
    word: { sql: 'l.word', kind: 'text' },
    amount: { sql: 'l.amount', kind: 'number' },
    day: { sql: 'l.day', kind: 'date' },
    long: ({ in: lengths = [] }, bind) => `length(l.word) = any(${bind(lengths)}::int[])`,
  },
  search: ['l.word'],
};
const request = (changes: Partial<ListRequest>): ListRequest => ({
  limit: 200,
  sort: ['word'],
  filters: {},
  ...changes,
});

/** Few values, so that ties and empty ones are common; words whose Danish order differs from their code points. */
const rows = fc.array(
  fc.record({
    word: fc.option(fc.constantFrom('Aabenraa', 'Ål', 'Ærø', 'Østerbro', 'zebra', 'Zebra', 'banan', '', 'a_b', 'a%b')),
    amount: fc.option(fc.constantFrom('0', '-1.5', '12.000000000000000001', '9007199254740993')),
    day: fc.option(fc.constantFrom('2026-01-01', '2026-12-31')),
    at: fc.option(fc.constantFrom('2026-03-29T00:59:59.123456Z', '2026-03-29T01:00:00Z')),
    always: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 25 },
);
const sort = fc
  .uniqueArray(fc.constantFrom('word', 'amount', 'day', 'at', 'always'), { minLength: 1, maxLength: 3 })
  .chain((fields) => fc.tuple(...fields.map((field) => fc.constantFrom(field, `-${field}`))));

describe('listPage', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    const options = { poolSize: 2, statementTimeoutMs: 10_000, applicationName: 'test' };
    const dataSource = createDataSource({ url: database.ownerUrl, ...options });
    await dataSource.initialize();
    db = new Database(dataSource);
    await db.lookUp(
      'create table list_under_test (id uuid primary key, word text, amount numeric, day date, at timestamptz, always int not null)',
    );
  });
  afterAll(async () => {
    await db.dataSource.destroy();
    await database.drop();
  });

  async function fill(values: readonly (Omit<Row, 'id' | 'at'> & { at: string | null })[]): Promise<void> {
    await db.lookUp('truncate list_under_test');
    await db.lookUp(
      `insert into list_under_test select r.* from jsonb_populate_recordset(null::list_under_test, $1::jsonb) r`,
      [JSON.stringify(values.map((value) => ({ id: randomUUID(), ...value })))],
    );
  }
  const page = (changes: Partial<ListRequest>) =>
    db.transaction(systemCaller(1, 'test'), { readOnly: true }, (tx) => listPage<Row>(tx, plan, request(changes)));

  async function walk(changes: Partial<ListRequest>): Promise<Row[]> {
    const seen: Row[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await page({ ...changes, cursor });
      expect(items.length).toBeLessThanOrEqual(changes.limit ?? 200);
      seen.push(...items);
      cursor = nextCursor ?? undefined;
    } while (cursor);
    return seen;
  }

  it('walks over every row exactly once, in the order of one long page, with ties and empty values, in any direction', async () => {
    await fc.assert(
      fc.asyncProperty(rows, sort, fc.integer({ min: 1, max: 6 }), async (values, fields, limit) => {
        await fill(values);
        const whole = await page({ sort: fields });
        const walked = await walk({ sort: fields, limit });
        expect(walked).toEqual(whole.items);
        expect(new Set(walked.map(({ id }) => id)).size).toBe(values.length);
        expect(whole).toMatchObject({ total: values.length, nextCursor: null });
      }),
      { numRuns: 60 },
    );
  });

  it('puts empty values last in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('amount', '-amount'), async (values, field) => {
        await fill(values);
        const amounts = (await walk({ sort: [field], limit: 3 })).map(({ amount }) => amount);
        const given = amounts.filter((amount) => amount !== null).map(Number);
        expect(amounts.slice(given.length).every((amount) => amount === null)).toBe(true);
        expect(given).toEqual([...given].sort((a, b) => (field === 'amount' ? a - b : b - a)));
      }),
      { numRuns: 20 },
    );
  });

  const words = (list: (string | null)[]) =>
    list.map((word) => ({ word, amount: null, day: null, at: null, always: 0 }));

  it('orders texts the Danish way', async () => {
    await fill(words(['Ål', 'Zebra', 'Østerbro', 'Aabenraa', 'Ærø', 'Banan', null]));
    const order = (await walk({ limit: 2 })).map(({ word }) => word);
    expect(order).toEqual(['Banan', 'Zebra', 'Ærø', 'Østerbro', 'Aabenraa', 'Ål', null]);
  });

  it('keeps its place when rows come and go in between', async () => {
    await fill(words(['a', 'b', 'c', 'd', 'e']));
    const first = await page({ limit: 2 });
    await db.lookUp(`delete from list_under_test where word in ('a', 'b')`);
    await db.lookUp(`insert into list_under_test values (gen_random_uuid(), 'aa', null, null, null, 0)`);
    const rest = await page({ cursor: first.nextCursor ?? '' });
    expect(rest.items.map(({ word }) => word)).toEqual(['c', 'd', 'e', 'aa']);
  });

  it('filters by value, range, emptiness and SQL of the plan, and takes the words of q literally', async () => {
    await fill([
      { word: 'Kontor', amount: '5', day: '2026-01-01', at: null, always: 0 },
      { word: '100 % digital', amount: '10', day: '2026-06-01', at: null, always: 0 },
      { word: 'under_score', amount: null, day: null, at: null, always: 0 },
    ]);
    const found = async (changes: Partial<ListRequest>) => (await page(changes)).items.map(({ word }) => word);
    expect(await found({ filters: { word: { in: ['Kontor', 'x'] } } })).toEqual(['Kontor']);
    expect(await found({ filters: { amount: { gte: '5', lte: '9.5' } } })).toEqual(['Kontor']);
    expect(await found({ filters: { day: { gte: '2026-01-02' } } })).toEqual(['100 % digital']);
    expect(await found({ filters: { amount: { is: 'null' } } })).toEqual(['under_score']);
    expect(await found({ filters: { amount: { is: 'present' } } })).toEqual(['100 % digital', 'Kontor']);
    expect(await found({ filters: { long: { in: ['6'] } } })).toEqual(['Kontor']);
    expect(await found({ q: 'kont' })).toEqual(['Kontor']);
    expect(await found({ q: '% digi' })).toEqual(['100 % digital']);
    expect(await found({ q: 'r_s' })).toEqual(['under_score']);
    expect(await found({ q: `'; drop table x --` })).toEqual([]);
  });

  it('counts exactly up to a thousand and says "at least" above', async () => {
    await fill(words(Array.from({ length: 1000 }, () => 'x')));
    expect((await page({ limit: 1 })).total).toBe(1000);
    await db.lookUp(
      `insert into list_under_test select gen_random_uuid(), 'x', null, null, null, 0 from generate_series(1, 5)`,
    );
    expect((await page({ limit: 1 })).total).toEqual({ atLeast: 1000 });
  });

  it('refuses a cursor of another order, or one that was altered', async () => {
    await fill(words(['a', 'b', 'c']));
    const cursor = (await page({ limit: 1 })).nextCursor ?? '';
    await expect(page({ sort: ['-word'], cursor })).rejects.toThrow(InvalidCursor);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        async (text) => {
          const forged = Buffer.from(text).toString('base64url');
          await expect(page({ sort: ['amount'], cursor: `${forged}x` })).rejects.toThrow(InvalidCursor);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes no sort field that the plan does not have, be it one every object has', async () => {
    await expect(page({ sort: ['constructor'] })).rejects.toThrow('no sort field');
    await expect(page({ filters: { toString: { in: ['x'] } } })).rejects.toThrow('no filter');
  });
});
