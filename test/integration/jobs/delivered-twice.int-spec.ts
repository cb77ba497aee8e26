import { setTimeout as sleep } from 'node:timers/promises';
import { recalculateScope, verifyMaturity, type MaturityScope } from '@hoest/persistence';
import fc from 'fast-check';
import { layGround, type WorkerGround } from './worker-ground';

describe('jobs delivered twice, shuffled and late (F21)', () => {
  let ground: WorkerGround;
  beforeAll(async () => {
    ground = await layGround(8);
  });
  afterAll(() => ground.close());

  const wishes = (): Promise<MaturityScope[]> =>
    ground.look(
      `select organisation_id as "organisationId", scope_kind as "scopeKind", scope_id as "scopeId" from maturity_wanted`,
    );

  const change = (n: number, staff: number | null, owned: boolean) =>
    ground.database.transaction(ground.caller, {}, (tx) =>
      tx.query(`update initiative set affected_staff = $3, owner_id = $4 where organisation_id = $1 and id = $2`, [
        tx.organisationId,
        ground.organisation.initiativeIds[n],
        staff,
        owned ? ground.organisation.personId : null,
      ]),
    );

  it('store the same rows as when each comes once', async () => {
    const edit = fc.record({ n: fc.nat(7), staff: fc.option(fc.nat(100)), owned: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        fc.array(fc.record({ at: fc.nat(1000), late: fc.nat(25) }), { minLength: 10, maxLength: 30 }),
        async (edits, deliveries) => {
          const scopes = await wishes();
          // Deliveries of any scope run before, between and after the changes, several at once.
          const running = deliveries.map(async ({ at, late }) => {
            await sleep(late);
            const scope = scopes[at % scopes.length];
            if (scope) await recalculateScope(ground.database, scope, 'shuffled');
          });
          for (const { n, staff, owned } of edits) await change(n, staff, owned);
          await Promise.all(running);
          // And each wish at least once after the last change, twice at the same time.
          await Promise.all(
            [...scopes, ...scopes.toReversed()].map((scope) => recalculateScope(ground.database, scope, 'last')),
          );
          const { differences, stale } = await verifyMaturity(ground.database, ground.organisation.organisationId);
          expect({ differences, stale }).toEqual({ differences: [], stale: [] });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tell the browsers only when something was recomputed', async () => {
    const [scope] = await wishes();
    if (!scope) throw new Error('There is no wish');
    await change(0, 5, true);
    for (const wish of await wishes()) await recalculateScope(ground.database, wish, 'r');
    expect(await recalculateScope(ground.database, scope, 'r')).toBe(false);
    await ground.look('update maturity_wanted set v = v + 1 where scope_id = $1', [scope.scopeId]);
    expect(await recalculateScope(ground.database, scope, 'r')).toBe(true);
  });
});
