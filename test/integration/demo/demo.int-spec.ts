import { DEMO_PASSWORD } from '@hoest/organisation';
import { createDataSource, Database, systemCaller, verifyAuditChain, verifyMaturity } from '@hoest/persistence';
import { verifyPassword } from '@hoest/platform';
import { createTestDatabase, type TestDatabase } from '@hoest/testing';
import pg, { type ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { loadDemo, removeDemo } from '../../../tools/demo/demo-run';
import { generatePortfolio } from '../../../tools/demo/generate-portfolio';
import { TABLES } from '../../../tools/demo/rows/tables';

const TODAY = '2026-11-24';
const AASTRUP = { seed: 'hoest', referenceDate: TODAY, kind: 'aastrup' } as const;
const RANDOM = {
  seed: 'hoest',
  referenceDate: TODAY,
  kind: 'random',
  organisations: 2,
  initiatives: 16,
  benefits: 3,
  months: 4,
} as const;

const sorted = <T extends { id: unknown }>(rows: T[] = []) =>
  [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

describe('demo data in a database', () => {
  let test: TestDatabase;
  let owner: ClientBase & { end(): Promise<void> };
  let dataSource: DataSource;
  let database: Database;
  const told: string[] = [];
  const tell = (line: string) => void told.push(line);

  const count = async (table: string, organisationId: number) => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${table} where organisation_id = $1`,
      [organisationId],
    );
    return rows[0]?.count;
  };
  const organisations = async () => {
    const { rows } = await owner.query<{ id: number; name: string }>(
      `select organisation_id as id, name from organisation order by 1`,
    );
    return rows;
  };
  const organisationId = async (name: string) => (await organisations()).find((one) => one.name === name)?.id ?? 0;

  beforeAll(async () => {
    test = await createTestDatabase();
    owner = new pg.Client({ connectionString: test.ownerUrl });
    await owner.connect();
    dataSource = createDataSource({
      url: test.appUrl,
      poolSize: 2,
      statementTimeoutMs: 60_000,
      applicationName: 'demo-test',
    });
    await dataSource.initialize();
    database = new Database(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await owner.end();
    await test.drop();
  });

  describe('the municipality', () => {
    beforeAll(() => loadDemo(test, AASTRUP, tell), 120_000);

    it('holds the rows of the story, role by role, and nothing the triggers added', async () => {
      for (const { organisation, tables } of generatePortfolio(AASTRUP)) {
        const id = await organisationId(organisation.name);
        for (const table of TABLES)
          expect({ table, count: await count(table, id) }).toEqual({ table, count: tables[table].length });
      }
    });

    it('stands where the story ends after its past was told', async () => {
      const [story] = generatePortfolio(AASTRUP);
      const id = await organisationId('Åstrup Kommune');
      const { rows: phases } = await owner.query(
        `select id, phase from initiative where organisation_id = $1 order by id`,
        [id],
      );
      expect(phases).toEqual(sorted(story?.tables.initiative.map(({ id, phase }) => ({ id, phase }))));
      const { rows: states } = await owner.query(
        `select id, state from benefit where organisation_id = $1 order by id`,
        [id],
      );
      expect(states).toEqual(sorted(story?.tables.benefit.map(({ id, state }) => ({ id, state }))));
    });

    it('does nothing the second time', async () => {
      expect(await loadDemo(test, AASTRUP, tell)).toEqual([]);
      expect((await organisations()).map(({ name }) => name)).toEqual(['Åstrup Kommune', 'Nabo Kommune']);
    });

    it('offers its six sign-ins with the demo password', async () => {
      const offered = await database.lookUp<{ email: string }>('select email from demo_accounts()');
      expect(offered.map(({ email }) => email.split('@')[0])).toEqual([
        'manager',
        'leader',
        'finance',
        'office',
        'admin',
        'auditor',
      ]);
      const { rows } = await owner.query<{ password_hash: string }>(`select distinct password_hash from account`);
      for (const { password_hash } of rows) expect(await verifyPassword(password_hash, DEMO_PASSWORD)).toBe(true);
    });

    it('keeps an unbroken audit trail', async () => {
      for (const { id } of await organisations()) {
        const chain = await verifyAuditChain(database, id);
        expect(chain).toEqual({ kind: 'intact', entries: await count('audit_event', id) });
      }
    });

    it('has maturity equal to its full recomputation, with a year of history', async () => {
      const id = await organisationId('Åstrup Kommune');
      const verification = await verifyMaturity(database, id, TODAY);
      expect(verification.differences).toEqual([]);
      const { rows } = await owner.query<{ as_of: string; changes: number }>(
        `select as_of::text, count(*)::int as changes from maturity_member_change where organisation_id = $1 group by 1 order by 1`,
        [id],
      );
      expect(rows.length).toBe(13);
      expect(rows.at(-1)?.as_of).toBe(TODAY);
      const { rows: snapshots } = await owner.query<{ months: number; first: string; units: number }>(
        `select count(distinct as_of)::int as months, min(as_of)::text as first, count(distinct unit_id)::int as units
         from maturity_snapshot where organisation_id = $1 and kind = 'month_end' and known_at::date = as_of + 1`,
        [id],
      );
      expect(snapshots).toEqual([{ months: 12, first: '2025-11-30', units: expect.any(Number) }]);
      expect(snapshots[0]?.units).toBeGreaterThanOrEqual(7);
      const { rows: now } = await owner.query(
        `select from initiative i where organisation_id = $1 and status_confirmed_on is distinct from
           (select max(confirmed_on) from status_confirmation c where c.organisation_id = i.organisation_id and c.initiative_id = i.id)`,
        [id],
      );
      expect(now).toHaveLength(0);
    });

    it('tells a mixed story in its indicators', async () => {
      const { rows } = await owner.query<{ indicator: string; n: number; x: string }>(
        `select indicator_id as indicator, count(*)::int as n, round(sum(numerator) / sum(denominator), 3)::text as x
         from maturity_member where organisation_id = $1 and status <> 'exempt' group by 1`,
        [await organisationId('Åstrup Kommune')],
      );
      const x = new Map(rows.map((row) => [row.indicator, Number(row.x)]));
      expect(rows).toHaveLength(13);
      for (const { n } of rows.filter(({ indicator }) => indicator !== 'dl.strategy-anchored'))
        expect(n).toBeGreaterThanOrEqual(7);
      expect(x.get('gr.realisation-rate')).toBeGreaterThan(0.5);
      expect(x.get('gr.realisation-rate')).toBeLessThan(0.68);
      for (const [indicator, value] of x) {
        expect({ indicator, mixed: value > 0.2 && value < 0.9 }).toEqual({ indicator, mixed: true });
      }
    });

    it('is removed with one action, and nothing of it stays', async () => {
      await owner.query(`insert into organisation (name, kind) values ('Rigtig Kommune', 'municipality')`);
      expect(await removeDemo(test.ownerUrl, tell)).toEqual(['Åstrup Kommune', 'Nabo Kommune']);
      expect((await organisations()).map(({ name }) => name)).toEqual(['Rigtig Kommune']);
      const { rows } = await owner.query<{ name: string }>(
        `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and relname <> 'organisation'`,
      );
      for (const { name } of rows) {
        const left = await owner.query(`select from ${name} limit 1`);
        expect({ table: name, rows: left.rowCount }).toEqual({ table: name, rows: 0 });
      }
      const { rows: triggers } = await owner.query(
        `select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`,
      );
      expect(triggers).toEqual([]);
    });

    it('is told again where a run was interrupted, and let alone where somebody has used it', async () => {
      const both = ['Åstrup Kommune', 'Nabo Kommune'];
      expect(await loadDemo(test, { ...AASTRUP, withoutMaturity: true }, tell)).toEqual(both);
      const caller = systemCaller(await organisationId('Nabo Kommune'), 'a request of somebody');
      await database.transaction(caller, {}, async (tx) =>
        tx.audit({ action: 'changed', objectKind: 'organisation', objectId: null, changes: {} }),
      );
      expect(await loadDemo(test, AASTRUP, tell)).toEqual(['Åstrup Kommune']);
      expect(await loadDemo(test, AASTRUP, tell)).toEqual([]);
      expect((await organisations()).map(({ name }) => name).sort()).toEqual([
        'Nabo Kommune',
        'Rigtig Kommune',
        'Åstrup Kommune',
      ]);
    });
  });

  describe('random portfolios', () => {
    beforeAll(() => loadDemo(test, RANDOM, tell), 120_000);

    it('hold the rows of the generator and wish for no more recalculation', async () => {
      for (const { organisation, tables } of generatePortfolio(RANDOM)) {
        const id = await organisationId(organisation.name);
        for (const table of TABLES)
          expect({ table, count: await count(table, id) }).toEqual({ table, count: tables[table].length });
        const verification = await verifyMaturity(database, id);
        expect(verification.differences).toEqual([]);
      }
    });

    it('name only parents that exist, although the checks were off while they were loaded', async () => {
      const { rows: keys } = await owner.query<{ child: string; parent: string; own: string[]; theirs: string[] }>(
        `select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
           array(select a.attname::text from unnest(k.conkey) with ordinality x(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.n order by o) as own,
           array(select a.attname::text from unnest(k.confkey) with ordinality x(n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.n order by o) as theirs
         from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
      );
      expect(keys.length).toBeGreaterThan(40);
      for (const { child, parent, own, theirs } of keys) {
        const match = own.map((column, index) => `c.${column} = p.${theirs[index]}`).join(' and ');
        const known = own.map((column) => `c.${column} is not null`).join(' and ');
        const orphans = await owner.query(
          `select from ${child} c where ${known} and not exists (select from ${parent} p where ${match}) limit 1`,
        );
        expect({ child, parent, own, orphans: orphans.rowCount }).toEqual({ child, parent, own, orphans: 0 });
      }
    });
  });
});
