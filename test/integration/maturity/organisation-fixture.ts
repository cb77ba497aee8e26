import { createDataSource, Database, verifyMaturity, type MaturityVerification } from '@hoest/persistence';
import { createTestDatabase, type TestDatabase } from '@hoest/testing';
import pg from 'pg';
import type { DataSource } from 'typeorm';

pg.types.setTypeParser(1082, (text: string) => text);

type Client = InstanceType<typeof pg.Client>;

export type Row = Record<string, unknown>;

export interface Member {
  indicatorId: string;
  objectId: string;
  unitId: string;
  group: string | null;
  x: string;
  status: string;
  reason: string;
  fresh: boolean | null;
}

/** One database for a test file, with as many organisations as its tests make; each organisation is a world of its own. */
export class MaturityWorld {
  private constructor(
    readonly test: TestDatabase,
    readonly dataSource: DataSource,
    readonly database: Database,
    readonly owner: Client,
    /** The application's role; one connection for all organisations of the file, so that statements are planned once. */
    readonly client: Client,
  ) {}

  static async open(): Promise<MaturityWorld> {
    const test = await createTestDatabase();
    const dataSource = createDataSource({
      url: test.appUrl,
      poolSize: 4,
      statementTimeoutMs: 30_000,
      applicationName: 'maturity-test',
    });
    await dataSource.initialize();
    const owner = new pg.Client({ connectionString: test.ownerUrl });
    await owner.connect();
    // Here every row is a change of its own that the engine must notice; that a plan version is written whole or never is tried elsewhere.
    for (const table of ['plan_measure', 'plan_point']) {
      await owner.query(`alter table ${table} disable trigger same_transaction`);
    }
    const client = new pg.Client({ connectionString: test.appUrl });
    await client.connect();
    return new MaturityWorld(test, dataSource, new Database(dataSource), owner, client);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.owner.end();
    await this.dataSource.destroy();
    // To look at what a failing test left: HOEST_KEEP=1.
    if (process.env['HOEST_KEEP']) console.log(this.test.ownerUrl);
    else await this.test.drop();
  }

  /** An empty organisation with a root unit; the one before it is out of sight from now on. */
  async organisation(): Promise<OrganisationFixture> {
    const made = await this.owner.query<{ id: number }>(
      `insert into organisation (name, kind) values ('Prøve', 'municipality') returning organisation_id as id`,
    );
    const id = made.rows[0]!.id;
    await this.client.query(
      `select set_config('app.organisation_id', $1, false), set_config('app.effective_on', '', false), set_config('app.person_id', '', false)`,
      [String(id)],
    );
    const fixture = new OrganisationFixture(this, id, this.client);
    await fixture.unit('ROOT', null);
    return fixture;
  }
}

/** Writes rows as any program of the house would, and reads what the engine made of them. */
export class OrganisationFixture {
  readonly units = new Map<string, { id: string; ancestorIds: string[] }>();
  private next = 0;

  constructor(
    readonly world: MaturityWorld,
    readonly id: number,
    readonly client: Client,
  ) {}

  /** What the triggers take as today, for example when an owner is named. */
  async today(day: string): Promise<void> {
    await this.client.query(`select set_config('app.effective_on', $1, false)`, [day]);
  }

  /** Inserts one row and returns its id, or '' when the table has none. */
  async insert(table: string, values: Row): Promise<string> {
    const row = { organisation_id: this.id, ...values };
    const columns = Object.keys(row);
    const made = await this.client.query<{ row: Row }>(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning to_jsonb(${table}.*) as row`,
      Object.values(row),
    );
    return String(made.rows[0]?.row['id'] ?? '');
  }

  async update(table: string, id: string, values: Row): Promise<void> {
    const sets = Object.keys(values).map((column, index) => `${column} = $${index + 3}`);
    await this.client.query(`update ${table} set ${sets.join(', ')} where organisation_id = $1 and id = $2`, [
      this.id,
      id,
      ...Object.values(values),
    ]);
  }

  async remove(table: string, where: Row): Promise<void> {
    const conditions = Object.keys(where).map((column, index) => `${column} = $${index + 2}`);
    await this.client.query(`delete from ${table} where organisation_id = $1 and ${conditions.join(' and ')}`, [
      this.id,
      ...Object.values(where),
    ]);
  }

  private code(): string {
    return `K${++this.next}`;
  }

  async unit(code: string, parent: string | null, values: Row = {}): Promise<string> {
    const above = parent === null ? [] : this.units.get(parent)!.ancestorIds;
    const made = await this.client.query<{ id: string }>('select gen_random_uuid() as id');
    const id = made.rows[0]!.id;
    await this.insert('unit', {
      id,
      parent_id: above.at(-1) ?? null,
      code,
      name: code,
      level: above.length,
      valid_from: '2015-01-01',
      ancestor_ids: [...above, id],
      ...values,
    });
    this.units.set(code, { id, ancestorIds: [...above, id] });
    return id;
  }

  unitId(code: string): string {
    return this.units.get(code)!.id;
  }

  person(unit: string, values: Row = {}): Promise<string> {
    return this.insert('person', {
      unit_id: this.unitId(unit),
      name: 'Navn',
      manager_level: 'head',
      valid_from: '2015-01-01',
      ...values,
    });
  }

  role(personId: string, objectKind: string, objectId: string, role: string, values: Row = {}): Promise<string> {
    return this.insert('role_assignment', {
      person_id: personId,
      object_kind: objectKind,
      object_id: objectId,
      role,
      valid_from: '2015-01-01',
      ...values,
    });
  }

  initiative(unit: string, values: Row = {}): Promise<string> {
    return this.insert('initiative', {
      code: this.code(),
      title: 'Indsats',
      unit_id: this.unitId(unit),
      phase: 'executing',
      ...values,
    });
  }

  benefit(initiativeId: string, values: Row = {}): Promise<string> {
    return this.insert('benefit', {
      initiative_id: initiativeId,
      title: 'Færre fejl',
      state: 'in_realisation',
      class: 'quality',
      monetised: false,
      currency: 'DKK',
      ...values,
    });
  }

  measure(benefitId: string, values: Row = {}): Promise<string> {
    return this.insert('measure', {
      benefit_id: benefitId,
      name: 'Sagsbehandlingstid',
      unit: 'dage',
      direction: 'down',
      frequency: 'quarter',
      ...values,
    });
  }

  obligation(measureId: string, start: string, end: string, grace: string, values: Row = {}): Promise<string> {
    return this.insert('obligation', {
      measure_id: measureId,
      period_start: start,
      period_end: end,
      due_on: end,
      grace_until: grace,
      ...values,
    });
  }

  measurement(measureId: string, on: string, value: string, values: Row = {}): Promise<string> {
    return this.insert('measurement', {
      measure_id: measureId,
      measured_on: on,
      value,
      evidence_kind: 'count',
      recorded_at: `${on}T12:00:00+01:00`,
      ...values,
    });
  }

  /** A plan version with the path of one measure. */
  async plan(benefitId: string, measureId: string, points: [string, string][], values: Row = {}): Promise<string> {
    const { baseline_value = '14', interpolation = 'linear', ...version } = values;
    const id = await this.insert('plan_version', {
      benefit_id: benefitId,
      number: ++this.next,
      kind: 'frozen_at_go_live',
      decided_on: '2020-01-01',
      attribution: '1',
      ...version,
    });
    const key = { plan_version_id: id, measure_id: measureId };
    await this.insert('plan_measure', { ...key, baseline_value, interpolation });
    for (const [due_on, value] of points) await this.insert('plan_point', { ...key, due_on, value });
    return id;
  }

  async goal(values: Row = {}, strategy: Row = {}): Promise<{ strategyId: string; goalId: string }> {
    const strategyId = await this.insert('strategy', {
      code: this.code(),
      title: 'Strategi',
      adopted_by: 'council',
      adopted_on: '2024-01-01',
      valid_from: '2024-01-01',
      ...strategy,
    });
    const goalId = await this.insert('goal', {
      strategy_id: strategyId,
      code: this.code(),
      title: 'Mål',
      valid_from: '2024-01-01',
      ...values,
    });
    return { strategyId, goalId };
  }

  /** What the worker does: recomputes every scope with an unmet wish or a day that has come. */
  async settle(asOf: string): Promise<number> {
    const due = await this.client.query<{ kind: string; id: string }>(
      `select coalesce(w.scope_kind, d.scope_kind) as kind, coalesce(w.scope_id, d.scope_id) as id
       from maturity_wanted w full join maturity_done d on d.organisation_id = w.organisation_id and d.scope_kind = w.scope_kind and d.scope_id = w.scope_id
       where w.v > coalesce(d.v, 0) or d.next_change_at <= $1`,
      [asOf],
    );
    for (const { kind, id } of due.rows) await this.recalculate(kind, id, asOf);
    return due.rows.length;
  }

  async recalculate(kind: string, id: string, asOf: string): Promise<number> {
    const result = await this.client.query<{ changed: number }>('select recalculate_scope($1, $2, $3, $4) as changed', [
      this.id,
      kind,
      id,
      asOf,
    ]);
    return result.rows[0]!.changed;
  }

  async stored(indicatorId?: string): Promise<Member[]> {
    const found = await this.client.query<Member>(
      `select indicator_id as "indicatorId", object_id as "objectId", unit_id as "unitId", member_group as "group",
         numerator || '/' || denominator as x, status, reason, fresh
       from maturity_member where organisation_id = $1 and ($2::text is null or indicator_id = $2) order by 1, 2`,
      [this.id, indicatorId ?? null],
    );
    return found.rows;
  }

  verify(asOf: string): Promise<MaturityVerification> {
    return verifyMaturity(this.world.database, this.id, asOf);
  }

  /** Settles, checks that the oracle finds the same, and returns `x status reason` by object of one indicator. */
  async members(indicatorId: string, asOf: string): Promise<Record<string, string>> {
    await this.settle(asOf);
    const verification = await this.verify(asOf);
    expect(verification.differences).toEqual([]);
    expect(verification.stale).toEqual([]);
    const rows = await this.stored(indicatorId);
    return Object.fromEntries(rows.map(({ objectId, x, status, reason }) => [objectId, `${x} ${status} ${reason}`]));
  }
}
