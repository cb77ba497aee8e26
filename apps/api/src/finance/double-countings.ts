import { APPROVED_STATES, poolYear } from '@hoest/benefits';
import type { ledgerRoutes } from '@hoest/contracts';
import { type CountedBenefit, doubleCountings } from '@hoest/finance';
import { readLedgerFacts, type Transaction } from '@hoest/persistence';
import { poolFacts } from '../benefits/pool-facts';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { ledgerTerms } from './ledger-terms';

interface Facts extends CountedBenefit {
  currency: string;
}

/** What approved benefits say about where their money is taken from; one nobody approved claims nothing yet. */
function readFacts(tx: Transaction, ids: readonly string[]): Promise<Facts[]> {
  return tx.query<Facts>(
    `select b.id as "benefitId", b.initiative_id as "initiativeId", cardinality(i.joint_with) > 0 as joint, b.account, b.cost_centre as "costCentre",
       m.measure, b.pool_id as "poolId", b.currency, null as "from", null as "to"
     from benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
       left join lateral (select x.name || ' (' || x.unit || ')' as measure from measure x where x.organisation_id = b.organisation_id and x.benefit_id = b.id
         order by x.position, x.id limit 1) m on true
     where b.organisation_id = $1 and b.id = any($2::uuid[]) and b.state = any($3)`,
    [tx.organisationId, ids, APPROVED_STATES],
  );
}

/**
 * Gains of the year that may be counted twice: shared accounts, shared measures, pools of which more is claimed than they can give in
 * some month. Of a unit those that one of its gains has part in: whoever counts the same money may belong to another unit.
 */
export async function listDoubleCountings({ tx, query }: CallOf<typeof ledgerRoutes.listWarnings>) {
  const terms = await ledgerTerms(tx, { ...query, priceLevel: 'current', classes: 'all' });
  const everywhere = { ...terms.question, unitId: null };
  const rows = (await readLedgerFacts(tx, everywhere)).filter(({ polarity }) => polarity === 1);
  const byId = new Map(rows.map((row) => [row.benefitId, row]));
  const own = query.unitId
    ? new Set((await readLedgerFacts(tx, terms.question)).map(({ benefitId }) => benefitId))
    : byId;
  const ids = [...byId.keys()];
  const planned = (id: string) => (byId.get(id)?.months ?? []).reduce((sum, month) => sum + BigInt(month.planned), 0n);
  const told = (benefitIds: readonly string[]) =>
    benefitIds.flatMap((id) => {
      const row = byId.get(id);
      return row ? [{ ...row, planned: planned(id) }] : [];
    });
  const claimed = (benefitIds: readonly string[]) => benefitIds.reduce((sum, id) => sum + planned(id), 0n);
  const warnings = doubleCountings(await readFacts(tx, ids)).filter(({ benefitIds }) =>
    benefitIds.some((id) => own.has(id)),
  );
  const shared = warnings.map((warning) => ({
    kind: warning.kind,
    shared: warning.shared,
    poolId: null,
    localAndJoint: warning.localAndJoint,
    claimed: claimed(warning.benefitIds),
    removable: null,
    currency: terms.question.currency,
    benefits: told(warning.benefitIds),
  }));
  const pools = (await poolFacts(tx, await organisationDay(tx), null)).flatMap(({ id, name, facts }) => {
    const { overclaimedMonths, members, removableMinor } = poolYear(facts, terms.year, terms.question.asOf);
    if (overclaimedMonths === 0 || !members.some((member) => own.has(member.id))) return [];
    return [
      {
        kind: 'pool_overclaimed' as const,
        shared: name,
        poolId: id,
        localAndJoint: false,
        claimed: members.reduce((sum, { plannedClaimMinor }) => sum + plannedClaimMinor, 0n),
        removable: removableMinor,
        currency: facts.currency,
        benefits: told(members.map((member) => member.id)),
      },
    ];
  });
  return { items: [...shared, ...pools] };
}
