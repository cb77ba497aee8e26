import type { ledgerRoutes } from '@hoest/contracts';
import { type CountedBenefit, doubleCountings } from '@hoest/finance';
import { readLedgerFacts, type Transaction } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { ledgerTerms } from './ledger-terms';

interface Facts extends CountedBenefit {
  currency: string;
}

/** What benefits say about where their money is taken from. */
function readFacts(tx: Transaction, ids: readonly string[]): Promise<Facts[]> {
  return tx.query<Facts>(
    `select b.id as "benefitId", b.initiative_id as "initiativeId", cardinality(i.joint_with) > 0 as joint, b.account, b.cost_centre as "costCentre",
       m.measure, b.pool_id as "poolId", b.currency, null as "from", null as "to"
     from benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
       left join lateral (select x.name || ' (' || x.unit || ')' as measure from measure x where x.organisation_id = b.organisation_id and x.benefit_id = b.id
         order by x.position, x.id limit 1) m on true
     where b.organisation_id = $1 and b.id = any($2::uuid[])`,
    [tx.organisationId, ids],
  );
}

interface PoolRow {
  id: string;
  name: string;
  removable: string;
  currency: string;
  periodFrom: string;
  periodTo: string | null;
  members: string[];
}

function readPools(tx: Transaction, ids: readonly string[]): Promise<PoolRow[]> {
  return tx.query<PoolRow>(
    `select p.id, p.name, p.removable_per_month_minor::text as removable, p.currency, p.period_from as "periodFrom", p.period_to as "periodTo",
       array_agg(b.id order by b.id) as members
     from benefit_pool p join benefit b on b.organisation_id = p.organisation_id and b.pool_id = p.id and b.polarity = 1 and b.currency = p.currency
     where p.organisation_id = $1 and b.id = any($2::uuid[]) group by p.organisation_id, p.id order by p.name, p.id`,
    [tx.organisationId, ids],
  );
}

/** Gains of the year that may be counted twice: shared accounts, shared measures, pools that reach their limit. */
export async function listDoubleCountings({ tx, query }: CallOf<typeof ledgerRoutes.listWarnings>) {
  const terms = await ledgerTerms(tx, { ...query, priceLevel: 'current', classes: 'all' });
  const rows = (await readLedgerFacts(tx, terms.question)).filter(({ polarity }) => polarity === 1);
  const byId = new Map(rows.map((row) => [row.benefitId, row]));
  const ids = [...byId.keys()];
  const planned = (id: string) => (byId.get(id)?.months ?? []).reduce((sum, month) => sum + BigInt(month.planned), 0n);
  const told = (benefitIds: readonly string[]) =>
    benefitIds.flatMap((id) => {
      const row = byId.get(id);
      return row ? [{ ...row, planned: planned(id) }] : [];
    });
  const claimed = (benefitIds: readonly string[]) => benefitIds.reduce((sum, id) => sum + planned(id), 0n);
  const shared = doubleCountings(await readFacts(tx, ids)).map((warning) => ({
    kind: warning.kind,
    shared: warning.shared,
    poolId: null,
    localAndJoint: warning.localAndJoint,
    claimed: claimed(warning.benefitIds),
    removable: null,
    currency: terms.question.currency,
    benefits: told(warning.benefitIds),
  }));
  const pools = (await readPools(tx, ids)).flatMap((pool) => {
    const months = Array.from(
      { length: 12 },
      (_, index) => `${terms.year}-${String(index + 1).padStart(2, '0')}`,
    ).filter(
      (month) => pool.periodFrom.slice(0, 7) <= month && (pool.periodTo === null || month <= pool.periodTo.slice(0, 7)),
    );
    const removable = BigInt(pool.removable) * BigInt(months.length);
    const total = claimed(pool.members);
    // Months are scaled down to what can be removed, so a pool that gives all it has is one that is claimed to the brim or over.
    if (removable === 0n || total < removable) return [];
    return [
      {
        kind: 'pool_overclaimed' as const,
        shared: pool.name,
        poolId: pool.id,
        localAndJoint: false,
        claimed: total,
        removable,
        currency: pool.currency,
        benefits: told(pool.members),
      },
    ];
  });
  return { items: [...shared, ...pools] };
}
