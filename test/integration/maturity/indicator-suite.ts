import { MaturityWorld, type OrganisationFixture } from './organisation-fixture';

/** What the tests of one indicator start from: an organisation with a small unit tree, and a look at the indicator's members. */
export interface IndicatorTest {
  org: OrganisationFixture;
  /** Recomputes for the day, compares with the oracle, and gives "x status reason" by object. */
  at(asOf: string): Promise<Record<string, string>>;
  /** As `at`, whether each object's record is fresh. */
  freshAt(asOf: string): Promise<Record<string, boolean | null>>;
}

/** Declares the tests of one indicator on one database. Each test gets an organisation of its own. */
export function describeIndicator(indicatorId: string, tests: (test: IndicatorTest) => void): void {
  describe(indicatorId, () => {
    let world: MaturityWorld;
    const test = { at: (asOf: string) => test.org.members(indicatorId, asOf) } as IndicatorTest;
    test.freshAt = async (asOf) => {
      await test.at(asOf);
      const rows = await test.org.stored(indicatorId);
      return Object.fromEntries(rows.map(({ objectId, fresh }) => [objectId, fresh]));
    };

    beforeAll(async () => {
      world = await MaturityWorld.open();
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      test.org = await world.organisation();
      await test.org.unit('BU', 'ROOT');
      await test.org.unit('SKOLE', 'BU');
      await test.org.unit('TM', 'ROOT');
      await test.org.today('2020-01-01');
    });

    tests(test);
  });
}
