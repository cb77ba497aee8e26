import { randomUUIDv7 } from 'node:crypto';
import { leadMeasure, moneyByMonth } from '@hoest/benefits';
import { fieldChanges, type BenefitRecord, FinanceClaimEntity, type Transaction } from '@hoest/persistence';
import { fiscalYear, startOfMonth } from '@hoest/quantities';
import { moneyFacts } from '../benefits/benefit-facts';
import { poolOf } from '../benefits/pool-facts';

/** A claim that a measurement made, as far as a correction of the measurement needs to know. */
interface FormerClaim {
  id: string;
  state: string;
  amountMinor: string;
}

async function formerClaim(tx: Transaction, measurementId: string): Promise<FormerClaim | null> {
  const [row] = await tx.query<FormerClaim>(
    `select id, state, amount_minor::text as "amountMinor" from finance_claim where organisation_id = $1 and measurement_id = $2 for update`,
    [tx.organisationId, measurementId],
  );
  return row ?? null;
}

/** What stands approved from a chain of corrected measurements, minor units. */
async function approvedOf(tx: Transaction, measurementIds: readonly string[]): Promise<bigint> {
  const [row] = await tx.query<{ sum: string }>(
    `select coalesce(sum(amount_minor), 0)::text as sum from finance_claim where organisation_id = $1 and measurement_id = any($2::uuid[]) and state = 'approved'`,
    [tx.organisationId, measurementIds],
  );
  return BigInt(row?.sum ?? 0);
}

/** The measurements one entry replaces, the latest first. */
function replacedBy(benefit: BenefitRecord, measurementId: string): string[] {
  const all = new Map(benefit.measures.flatMap((measure) => measure.measurements).map((one) => [one.id, one]));
  const chain: string[] = [];
  for (let id = all.get(measurementId)?.supersedesId ?? null; id !== null; id = all.get(id)?.supersedesId ?? null) {
    chain.push(id);
  }
  return chain;
}

/**
 * Hands measured money to finance: each measurement that answers an obligation of a monetised, approved benefit becomes a claim on rung
 * 1 about the months of its obligation, attributed and limited by the pool. A corrected measurement replaces the claim that waits;
 * where the former one was approved already, the difference is claimed as a correction of its own.
 * @param measurementIds entries just recorded; @param benefits their benefits as they are now
 * Source: product description, section 3; domain rules, section 4
 */
export async function claimMeasuredGains(
  tx: Transaction,
  benefits: readonly BenefitRecord[],
  measurementIds: readonly string[],
  today: string,
): Promise<void> {
  const proposedBy = tx.caller.personId;
  if (proposedBy === null) return;
  for (const benefit of benefits) {
    const lead = leadMeasure(benefit.measures);
    const recorded = lead?.measurements.filter(({ id, current }) => current && measurementIds.includes(id)) ?? [];
    if (!lead || recorded.length === 0 || !benefit.monetised) continue;
    const facts = moneyFacts(benefit, today, { draft: false });
    if (facts.plan === null) continue;
    const months = moneyByMonth(facts, today, await poolOf(tx, benefit, today));
    for (const measurement of recorded) {
      const obligation = lead.obligations.find(({ id }) => id === measurement.obligationId);
      if (!obligation) continue;
      const about = months.filter(
        ({ month, status }) =>
          status === 'measured' && month >= startOfMonth(obligation.periodStart) && month <= obligation.periodEnd,
      );
      const replaced = replacedBy(benefit, measurement.id);
      const [latest] = replaced;
      const former = latest ? await formerClaim(tx, latest) : null;
      if (former && (former.state === 'submitted' || former.state === 'disputed')) await lapse(tx, benefit, former.id);
      const amount =
        about.reduce((sum, { realisedMinor }) => sum + realisedMinor, 0n) - (await approvedOf(tx, replaced));
      if (amount === 0n) continue;
      const year = fiscalYear(obligation.periodStart);
      const row = {
        organisationId: tx.organisationId,
        id: randomUUIDv7(),
        benefitId: benefit.id,
        year,
        monthFrom: about[0]?.month ?? startOfMonth(obligation.periodStart),
        monthTo: about.at(-1)?.month ?? startOfMonth(obligation.periodEnd),
        rung: 1,
        amountMinor: amount,
        currency: benefit.currency,
        priceYear: lead.moneyBasis === 'amount' ? year : (benefit.priceYear ?? year),
        account: benefit.account,
        costCentre: benefit.costCentre,
        evidenceKind: measurement.evidenceKind,
        scopeReduction: benefit.scopeReduction,
        measurementId: measurement.id,
        // Finance reads why the amount changed beside it.
        comment: latest ? measurement.comment : null,
        correctsClaimId: former?.state === 'approved' ? former.id : null,
        proposedBy,
      };
      await tx.manager.getRepository(FinanceClaimEntity).insert(row as never);
      tx.audit({
        action: 'reported',
        objectKind: 'finance_claim',
        objectId: row.id,
        parent: { kind: 'initiative', id: benefit.initiativeId },
        changes: fieldChanges(null, row),
      });
      tx.announce('finance', row.id);
    }
  }
}

/** A claim whose measurement was corrected before finance decided: it says nothing any more. */
async function lapse(tx: Transaction, benefit: BenefitRecord, claimId: string): Promise<void> {
  await tx.query(
    `update finance_claim set state = 'lapsed', state_since = clock_timestamp(), version = version + 1, updated_at = now() where organisation_id = $1 and id = $2`,
    [tx.organisationId, claimId],
  );
  tx.audit({
    action: 'lapsed',
    objectKind: 'finance_claim',
    objectId: claimId,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: { state: { from: 'submitted', to: 'lapsed' } },
  });
}
