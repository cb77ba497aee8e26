import type { claimRoutes, FinanceClaim } from '@hoest/contracts';
import { assuranceOf, isOpen, validatorFault } from '@hoest/finance';
import { may } from '@hoest/organisation';
import {
  brokenConstraint,
  databaseErrorCode,
  fieldChanges,
  FinanceClaimEntity,
  lastClosedMonth,
  RowNotFound,
  type Transaction,
  updateVersioned,
} from '@hoest/persistence';
import { addMonths, earlierDate, laterDate, startOfMonth } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { accessToClaims, type ClaimRow, type ClaimedBenefit, lockClaim, readClaimedBenefits } from './claim-facts';
import { readClaims } from './claim-list';
import { VALIDATOR_REFUSALS } from './claim-refusals';
import { standingOf } from './controllers-of';
import { roomRefusal } from './ladder-room';

type Call = CallOf<typeof claimRoutes.validateClaims>;
type Item = Call['body']['items'][number];

/** A reason to leave one item as it is; the others go on. */
interface Refusal {
  code: string;
  detail: { da: string; en: string };
}

type Answer =
  | { claimId: string; outcome: 'approved' | 'disputed'; refusal: null }
  | { claimId: string; outcome: 'refused'; refusal: Refusal };

const UNKNOWN: Refusal = {
  code: 'not_found',
  detail: { da: 'Beløbet findes ikke.', en: 'There is no such amount.' },
};
const DECIDED: Refusal = {
  code: 'decided',
  detail: {
    da: 'Beløbet er afgjort eller trukket tilbage i mellemtiden.',
    en: 'The amount was decided or withdrawn meanwhile.',
  },
};
const STALE: Refusal = {
  code: 'stale',
  detail: {
    da: 'Beløbet er ændret, siden du læste det. Se det igen, og tag så stilling.',
    en: 'The amount was changed since you read it. Look again and then decide.',
  },
};

/** What the item itself lacks. */
function incomplete(item: Item): Refusal | null {
  if (item.outcome === 'dispute') {
    if (item.reason) return null;
    return {
      code: 'reason_missing',
      detail: { da: 'Skriv, hvorfor beløbet bestrides.', en: 'Say why the amount is disputed.' },
    };
  }
  if (!item.checklist) {
    return {
      code: 'checklist_missing',
      detail: { da: 'Besvar de fem prøver, før beløbet godkendes.', en: 'Answer the five tests before approving.' },
    };
  }
  const assurance = assuranceOf(item.checklist);
  if (assurance === 'red') {
    return {
      code: 'test_failed',
      detail: {
        da: 'En prøve er ikke bestået. Bestrid beløbet med begrundelse, så den, der har indberettet, kan rette det.',
        en: 'A test is not passed. Dispute the amount with a reason, so that whoever reported it can correct it.',
      },
    };
  }
  if (assurance === 'amber' && !item.reason) {
    return {
      code: 'doubt_unexplained',
      detail: {
        da: 'En prøve er i tvivl. Skriv, hvorfor beløbet alligevel godkendes.',
        en: 'A test is doubtful. Say why the amount is approved all the same.',
      },
    };
  }
  return null;
}

/** Whether the caller is independent of the claim and answers for its unit. */
async function dependence(
  { tx, caller }: Call,
  claim: ClaimRow,
  benefit: ClaimedBenefit,
  today: string,
): Promise<Refusal | null> {
  const personId = caller.personId;
  if (personId === null || !may(caller, 'finance.validate', accessToClaims(benefit))) {
    return {
      code: 'not_allowed',
      detail: { da: 'Du kan ikke validere beløb i denne enhed.', en: 'You cannot validate amounts of this unit.' },
    };
  }
  const fault = validatorFault(
    {
      reporterIds: claim.reporterIds,
      benefitOwnerId: benefit.ownerId,
      projectManagerId: benefit.initiativeManagerId,
      ...(await standingOf(tx, personId, { id: claim.id, unitAncestorIds: benefit.unitAncestorIds }, today)),
    },
    personId,
  );
  return fault && { code: fault, detail: VALIDATOR_REFUSALS[fault] };
}

/** The accounting month an approval is booked in: as asked, else where the amount ends, and never a closed or coming one. */
async function bookingMonth(tx: Transaction, item: Item, claim: ClaimRow, today: string): Promise<string | Refusal> {
  const closed = await lastClosedMonth(tx);
  if (item.bookedMonth) {
    if (closed === null || item.bookedMonth > closed) return item.bookedMonth;
    const next = addMonths(closed, 1);
    return {
      code: 'period_closed',
      detail: {
        da: `${item.bookedMonth.slice(0, 7)} er lukket. Bogfør i ${next.slice(0, 7)} eller senere; måneden, beløbet handler om, står ved siden af.`,
        en: `${item.bookedMonth.slice(0, 7)} is closed. Book in ${next.slice(0, 7)} or later; the months the amount is about stand beside it.`,
      },
    };
  }
  const natural = earlierDate(claim.monthTo, startOfMonth(today));
  return closed === null ? natural : laterDate(natural, addMonths(closed, 1));
}

async function decide(call: Call, item: Item, today: string): Promise<Refusal | null> {
  const { tx, caller } = call;
  const lacking = incomplete(item);
  if (lacking) return lacking;
  const claim = await lockClaim(tx, item.claimId);
  // First, and by itself: of many who decide at once all but one hold the lock no longer than this.
  if (!isOpen(claim.state)) return DECIDED;
  const benefit = (await readClaimedBenefits(tx, [claim.benefitId])).get(claim.benefitId);
  if (!benefit) return UNKNOWN;
  const dependent = await dependence(call, claim, benefit, today);
  if (dependent) return dependent;
  if (item.outcome === 'dispute' && claim.state === 'disputed') return DECIDED;
  if (claim.version !== item.version) return STALE;
  const decision = {
    decidedBy: caller.personId,
    decidedAt: (() => 'clock_timestamp()') as never,
    stateSince: (() => 'clock_timestamp()') as never,
  };
  if (item.outcome === 'approve') {
    const room = await roomRefusal(tx, claim, benefit, today);
    if (room) return room;
    const booked = await bookingMonth(tx, item, claim, today);
    if (typeof booked !== 'string') return booked;
    await store(call, item, benefit, {
      ...decision,
      state: 'approved',
      bookedMonth: booked,
      checklist: item.checklist as never,
      assurance: item.checklist ? assuranceOf(item.checklist) : null,
      reason: item.reason ?? null,
    });
  } else {
    await store(call, item, benefit, {
      ...decision,
      state: 'disputed',
      checklist: (item.checklist ?? null) as never,
      assurance: 'red',
      reason: item.reason ?? null,
    });
  }
  return null;
}

async function store(
  { tx }: Call,
  item: Item,
  benefit: ClaimedBenefit,
  change: Partial<FinanceClaimEntity>,
): Promise<void> {
  const { before, after } = await updateVersioned(tx, FinanceClaimEntity, item.claimId, item.version, change);
  tx.audit({
    action: item.outcome === 'approve' ? 'approved' : 'disputed',
    objectKind: 'finance_claim',
    objectId: item.claimId,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after, ['state', 'assurance', 'checklist', 'bookedMonth', 'reason']),
    reason: item.reason ?? null,
  });
  tx.announce('finance', item.claimId);
}

/** What the database's own guards say when two answers met: the check before saw the state of a moment earlier. */
function guardRefusal(error: unknown): Refusal | null {
  const code = databaseErrorCode(error);
  if (code === 'HA002') {
    return {
      code: 'period_closed',
      detail: {
        da: 'Måneden blev lukket imens. Godkend igen; beløbet bogføres i den næste åbne måned.',
        en: 'The month was closed meanwhile. Approve again; the amount is booked in the next open month.',
      },
    };
  }
  if (code === '23514' && brokenConstraint(error) === 'finance_balance_nested') {
    return {
      code: 'above_lower_rung',
      detail: {
        da: 'Et andet beløb kom imellem, og trinnet under rækker ikke længere. Se beløbet igen.',
        en: 'Another amount came between, and the rung below no longer carries it. Look at the amount again.',
      },
    };
  }
  return null;
}

/** One item in a savepoint of its own: what it wrote goes if it is refused. */
async function answer(call: Call, item: Item, today: string): Promise<Answer> {
  const { tx } = call;
  await tx.query('savepoint item');
  try {
    const refusal = await decide(call, item, today);
    await tx.query(refusal ? 'rollback to savepoint item' : 'release savepoint item');
    if (refusal) return { claimId: item.claimId, outcome: 'refused', refusal };
    return { claimId: item.claimId, outcome: item.outcome === 'approve' ? 'approved' : 'disputed', refusal: null };
  } catch (error) {
    const known = error instanceof RowNotFound ? UNKNOWN : guardRefusal(error);
    if (!known) throw error;
    await tx.query('rollback to savepoint item');
    return { claimId: item.claimId, outcome: 'refused', refusal: known };
  }
}

/**
 * Approves or disputes reported amounts, each answered on its own. Items are taken in the order of their ids, so that two who decide the
 * same ones do not wait for each other in a circle.
 */
export async function validateClaims(call: Call) {
  const { tx, body, language } = call;
  const today = await organisationDay(tx);
  const answers = new Map<string, Answer>();
  for (const item of [...body.items].sort((a, b) => (a.claimId < b.claimId ? -1 : 1))) {
    if (!answers.has(item.claimId)) answers.set(item.claimId, await answer(call, item, today));
  }
  const ids = body.items.map(({ claimId }) => claimId);
  const claims = new Map<string, FinanceClaim>((await readClaims(call, ids)).map((claim) => [claim.id, claim]));
  return {
    items: ids.map((id) => {
      const { outcome, refusal } = answers.get(id) ?? { outcome: 'refused' as const, refusal: UNKNOWN };
      return {
        claimId: id,
        outcome,
        claim: claims.get(id) ?? null,
        problem: refusal && { code: refusal.code, detail: refusal.detail[language] },
      };
    }),
  };
}
