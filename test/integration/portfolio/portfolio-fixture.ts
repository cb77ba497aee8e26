import { randomUUID } from 'node:crypto';
import type { AccessRole } from '@hoest/organisation';
import type { ApiUnderTest, Reply, SignedIn, TestOrganisation } from '../api/api-under-test';

/** An organisation with a sign-in per role, and short ways to make the things of a portfolio through the api. */
export class PortfolioUnderTest {
  private constructor(
    readonly api: ApiUnderTest,
    readonly home: TestOrganisation,
    readonly as: Record<AccessRole, SignedIn>,
  ) {}

  static async start(api: ApiUnderTest, name?: string): Promise<PortfolioUnderTest> {
    const home = await api.organisation(name);
    const as = {} as Record<AccessRole, SignedIn>;
    for (const role of Object.keys(home.personIds) as AccessRole[]) as[role] = await home.session(role);
    return new PortfolioUnderTest(api, home, as);
  }

  get organisationId(): number {
    return this.home.organisationId;
  }

  call(method: string, path: string, options: Parameters<ApiUnderTest['call']>[2] = {}): Promise<Reply> {
    return this.api.call(method, path, { as: this.as.portfolio_office, ...options });
  }

  /** Makes something and answers its body; fails on any other status than 201. */
  async made(path: string, body: unknown, as: SignedIn = this.as.portfolio_office): Promise<any> {
    const reply = await this.api.call('POST', path, { as, body });
    if (reply.status !== 201) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  }

  async read(path: string): Promise<any> {
    const reply = await this.call('GET', path);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  }

  initiative(fields: Record<string, unknown> = {}): Promise<any> {
    return this.made('/initiatives', { title: 'Digital byggesag', unitId: this.home.unitId, ...fields });
  }

  patch(initiative: { id: string; version: number }, body: unknown, as?: SignedIn): Promise<Reply> {
    return this.call('PATCH', `/initiatives/${initiative.id}`, {
      version: initiative.version,
      body,
      ...(as && { as }),
    });
  }

  async goal(fields: Record<string, unknown> = {}): Promise<any> {
    const strategy = await this.made('/strategies', {
      code: `S-${randomUUID().slice(0, 6)}`,
      title: 'Digital strategi',
      validFrom: '2024-01-01',
    });
    return this.made('/goals', {
      strategyId: strategy.id,
      code: `M-${randomUUID().slice(0, 6)}`,
      title: 'Kortere ventetid',
      validFrom: '2024-01-01',
      ...fields,
    });
  }

  async unit(parentId: string = this.home.rootUnitId, name = 'Teknik og miljø'): Promise<any> {
    return this.made('/units', { parentId, code: `U-${randomUUID().slice(0, 6)}`, name }, this.as.administrator);
  }

  /** Limits the role's grant to a unit, as an administrator would. */
  async limit(role: AccessRole, unitId: string): Promise<void> {
    await this.api.owner.query(`update access_grant set unit_id = $3 where organisation_id = $1 and account_id = $2`, [
      this.organisationId,
      this.home.accountIds[role],
      unitId,
    ]);
  }

  /** Today by the clock of the database, where the organisation is; `days` later. */
  async day(days = 0): Promise<string> {
    const { rows } = await this.api.owner.query(
      `select ((now() at time zone 'Europe/Copenhagen')::date + $1::int)::text as day`,
      [days],
    );
    return rows[0].day as string;
  }

  /** A benefit with months of money, written as the owner: these tests are about what is read from them. */
  async benefit(
    initiativeId: string,
    fields: Record<string, unknown> = {},
    months: { month: string; planned: number; realised?: number; status: string }[] = [],
  ): Promise<string> {
    const id = randomUUID();
    const row: Record<string, unknown> = {
      title: 'Færre dage til afgørelse',
      class: 'cash_releasing',
      monetised: true,
      currency: 'DKK',
      state: 'in_realisation',
      ...fields,
      organisation_id: this.organisationId,
      id,
      initiative_id: initiativeId,
    };
    const names = Object.keys(row);
    await this.api.owner.query(
      `insert into benefit (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
    for (const { month, planned, realised = 0, status } of months) {
      await this.api.owner.query(
        `insert into benefit_month (organisation_id, benefit_id, month, initiative_id, planned_minor, realised_minor, status)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [this.organisationId, id, month, initiativeId, planned, realised, status],
      );
    }
    return id;
  }

  /** Entries of the trail about an object or what belongs to it, oldest first. */
  async trail(
    id: string,
  ): Promise<{ action: string; object_kind: string; changes: any; object_version: number | null }[]> {
    const { rows } = await this.api.owner.query(
      `select action, object_kind, changes, object_version from audit_event
       where organisation_id = $1 and (object_id = $2 or parent_id = $2) order by sequence`,
      [this.organisationId, id],
    );
    return rows;
  }
}
