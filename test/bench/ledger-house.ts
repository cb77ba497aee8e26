import { resolve } from 'node:path';
import { createLogger, readConfiguration } from '@hoest/platform';
import { calendarDateIn } from '@hoest/quantities';
import { createTestDatabase } from '@hoest/testing';
import pg from 'pg';
import { createApp } from '../../apps/api/src/create-app';
import { apiDataSource } from '../../apps/api/src/http/ground.module';
import { loadDemo } from '../../tools/demo/demo-run';

/** A running product with one organisation whose ledger is as large as it gets. */
export interface LedgerHouse {
  /** Where it answers, without a slash at its end. */
  base: string;
  /** Somebody who may report and read all of the ledger; the password is the demo's. */
  email: string;
  close: () => Promise<void>;
}

/**
 * The real product – API, built client, PostgreSQL – with a generated organisation in which every benefit promises and gives
 * something in every month. The client must have been built.
 */
export async function startLedgerHouse(size: {
  initiatives: number;
  benefitsEach: number;
  months: number;
}): Promise<LedgerHouse> {
  const database = await createTestDatabase();
  const today = calendarDateIn(new Date(), 'Europe/Copenhagen');
  await loadDemo(
    database,
    {
      seed: 'ledger',
      referenceDate: today,
      kind: 'random',
      organisations: 1,
      initiatives: size.initiatives,
      benefits: size.benefitsEach,
      months: size.months,
      withoutMaturity: true,
    },
    console.log,
  );
  const email = await fillEveryMonth(database.ownerUrl, today, size.months);

  const configuration = readConfiguration({
    NODE_ENV: 'local',
    DATABASE_URL: database.appUrl,
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '0',
    WEB_FOLDER: resolve('dist/apps/web/browser'),
  });
  const dataSource = apiDataSource(configuration);
  await dataSource.initialize();
  const app = await createApp(configuration, createLogger('bench', 'silent'), dataSource);
  await app.listen(0, '127.0.0.1');
  return {
    base: (await app.getUrl()).replace('127.0.0.1', 'localhost'),
    email,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** @returns the address of somebody in finance */
async function fillEveryMonth(ownerUrl: string, today: string, months: number): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: number; email: string }>(
      `select g.organisation_id as id, a.email from access_grant g join account a on a.organisation_id = g.organisation_id and a.id = g.account_id
       join (select organisation_id from benefit group by 1 order by count(*) desc limit 1) largest on largest.organisation_id = g.organisation_id
       order by (g.access_role = 'finance') desc, (g.access_role = 'administrator') desc limit 1`,
    );
    const house = rows[0];
    if (!house) throw new Error('the generated organisation has no sign-in');
    await owner.query(
      `update benefit set state = 'in_realisation', class = 'cash_releasing', currency = 'DKK', monetised = true
       where organisation_id = $1`,
      [house.id],
    );
    // An administrator reads all and reports nothing: without the role no cell would take a letter.
    await owner.query(
      `insert into access_grant (organisation_id, id, account_id, access_role)
       select a.organisation_id, gen_random_uuid(), a.id, 'finance' from account a where a.email = $1
         and not exists (select from access_grant g where g.account_id = a.id and g.access_role = 'finance')`,
      [house.email],
    );
    await owner.query(`delete from benefit_month where organisation_id = $1`, [house.id]);
    await owner.query(
      `insert into benefit_month (organisation_id, benefit_id, month, initiative_id, planned_minor, realised_minor, status)
       select b.organisation_id, b.id, m::date, b.initiative_id, 1000000 + (hashtext(b.id::text || m::text) & 4194303), hashtext(m::text || b.id::text) & 4194303,
         case when m > $2::date then 'not_due' else 'measured' end
       from benefit b cross join generate_series(date_trunc('year', $2::date), date_trunc('year', $2::date) + make_interval(months => $3 - 1), interval '1 month') m
       where b.organisation_id = $1`,
      [house.id, today, months],
    );
    await owner.query('analyze');
    return house.email;
  } finally {
    await owner.end();
  }
}
