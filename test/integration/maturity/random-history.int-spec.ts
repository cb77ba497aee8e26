import { addDays } from '@hoest/quantities';
import fc from 'fast-check';
import { MaturityWorld, type OrganisationFixture } from './organisation-fixture';
import { ACTIONS } from './random-actions';
import { RandomHistory, steps } from './random-history';

/** More histories, or one again: HOEST_HISTORIES=200, HOEST_SEED=<seed printed by the failure>. */
const HISTORIES = Number(process.env['HOEST_HISTORIES'] ?? 24);
const SEED = Number(process.env['HOEST_SEED'] ?? 20_260_101);
const FIRST_DAY = '2024-02-29';

describe('random organisations', () => {
  let world: MaturityWorld;

  beforeAll(async () => {
    world = await MaturityWorld.open();
  });
  afterAll(() => world.close());

  /** First day on which a stored result says it may change by itself. */
  async function nextChange(org: OrganisationFixture): Promise<string | null> {
    const found = await org.client.query<{ day: string | null }>(
      'select min(next_change_at) as day from maturity_done where organisation_id = $1',
      [org.id],
    );
    return found.rows[0]!.day;
  }

  /** The first few are enough to see what is wrong. */
  async function differencesOf(org: OrganisationFixture, day: string): Promise<unknown[]> {
    const { differences } = await org.verify(day);
    return differences.slice(0, 3).map((difference) => ({ day, ...difference }));
  }

  it('stay equal to the oracle whatever is written, and until the day they name nothing changes by itself', async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), async (history) => {
        const org = await world.organisation();
        const random = new RandomHistory(org);
        await random.start(FIRST_DAY);
        let day = FIRST_DAY;
        let since = 0;
        for (const step of history) {
          day = addDays(day, step.days);
          await random.take(step, day, ACTIONS);
          if (++since < 3 && step.days === 0) continue;
          since = 0;
          await org.settle(day);
          expect(await differencesOf(org, day)).toEqual([]);
        }
        await org.settle(day);
        for (let leap = 0; leap < 6; leap++) {
          const next = (await nextChange(org)) ?? addDays(day, 2000);
          expect(next > day).toBe(true);
          const eve = await org.verify(addDays(next, -1));
          expect({ eve: eve.asOf, differences: eve.differences }).toEqual({ eve: eve.asOf, differences: [] });
          day = next;
          await org.settle(day);
          expect(await differencesOf(org, day)).toEqual([]);
        }
      }),
      { numRuns: HISTORIES, seed: SEED, endOnFailure: true },
    );
  }, 600_000);
});
