import {
  BENEFIT_REQUIREMENT_LABELS,
  BENEFIT_REQUIREMENTS,
  BENEFIT_STATE_LABELS,
  type BenefitRequirement,
  type BenefitState,
  benefitTransitionsFrom,
  checkBenefitMove,
  failedAcceptanceTests,
  missingForProfile,
  PROFILE_FIELD_LABELS,
} from '@hoest/benefits';
import type { benefitRoutes } from '@hoest/contracts';
import {
  BenefitEntity,
  type BenefitRecord,
  changedSinceApproval,
  DecisionEntity,
  fieldChanges,
  loadRow,
  updateVersioned,
} from '@hoest/persistence';
import { type FieldFault, fieldRefused, ProblemError } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { profileFacts } from './benefit-facts';
import { decidesState } from './decides-state';
import { freezePlanOf } from './freeze-plans';
import { frozenPlanRefused, isFrozen } from './frozen-plan';
import { storePlanVersion } from './store-plan-version';

type Call = CallOf<typeof benefitRoutes.moveBenefitState>;

const REFUSALS: Record<BenefitRequirement, { pointer: string; remedy: { da: string; en: string } }> = {
  full_profile: {
    pointer: '/to',
    remedy: { da: 'Udfyld det, der mangler i profilen.', en: 'Fill in what the profile lacks.' },
  },
  acceptance_tests: {
    pointer: '/to',
    remedy: { da: 'Afklar de fire test, og sæt dem til ja.', en: 'Settle the four tests and set them to yes.' },
  },
  plan_changed: {
    pointer: '/to',
    remedy: {
      da: 'Den godkendte plan er den, der gælder; der er intet at godkende igen.',
      en: 'The approved plan is the one in force; there is nothing to approve again.',
    },
  },
  initiative_live: {
    pointer: '/to',
    remedy: { da: 'Registrér idriftsættelsen på indsatsen først.', en: 'Record the go-live of the initiative first.' },
  },
  realised: {
    pointer: '/to',
    remedy: { da: 'Tilstanden følger af målingerne.', en: 'The state follows from the measurements.' },
  },
  sustained: {
    pointer: '/to',
    remedy: { da: 'Tilstanden følger af målingerne.', en: 'The state follows from the measurements.' },
  },
  decision: {
    pointer: '/decisionId',
    remedy: {
      da: 'Registrér beslutningen på indsatsen, og vælg den her.',
      en: 'Record the decision on the initiative and name it here.',
    },
  },
  reason: { pointer: '/reason', remedy: { da: 'Skriv begrundelsen.', en: 'Give the reason.' } },
  new_owner: {
    pointer: '/newOwnerId',
    remedy: { da: 'Vælg den nye gevinstejer.', en: 'Choose the new benefit owner.' },
  },
};

/** What of a move's requirements holds now. */
function fulfilled(call: Call, benefit: BenefitRecord): Set<BenefitRequirement> {
  const { reason, decisionId, newOwnerId } = call.body;
  const tests = failedAcceptanceTests({
    description: benefit.testDescription,
    observation: benefit.testObservation,
    attribution: benefit.testAttribution,
    measurement: benefit.testMeasurement,
  });
  const holds: Record<BenefitRequirement, boolean> = {
    full_profile: missingForProfile(profileFacts(benefit)).length === 0,
    acceptance_tests: tests.length === 0,
    plan_changed: changedSinceApproval(benefit).length > 0 || benefit.planVersions.length === 0,
    initiative_live: benefit.goLiveActual !== null,
    realised: false,
    sustained: false,
    decision: Boolean(decisionId),
    reason: Boolean(reason),
    new_owner: Boolean(newOwnerId),
  };
  return new Set(BENEFIT_REQUIREMENTS.filter((requirement) => holds[requirement]));
}

/** Fields of the profile that are still missing, each as a fault of its own. */
function profileFaults(benefit: BenefitRecord): FieldFault[] {
  return missingForProfile(profileFacts(benefit)).map((field) => ({
    pointer: `/${field}`,
    code: 'profile_incomplete',
    detail: {
      da: `Gevinstprofilen mangler: ${PROFILE_FIELD_LABELS[field].da}.`,
      en: `The benefit profile lacks: ${PROFILE_FIELD_LABELS[field].en}.`,
    },
  }));
}

function refuseUnlessPossible(call: Call, benefit: BenefitRecord): void {
  const from = benefit.state as BenefitState;
  if (call.body.to === 'approved' && isFrozen(benefit)) throw frozenPlanRefused('/to', benefit);
  const move = checkBenefitMove(from, call.body.to, fulfilled(call, benefit));
  if (move.kind === 'no-such-move') {
    const possible = benefitTransitionsFrom(from).map(({ to }) => to);
    const words = (language: 'da' | 'en') =>
      possible.map((state) => BENEFIT_STATE_LABELS[state][language]).join(', ') || '–';
    throw fieldRefused(
      '/to',
      'transition_not_possible',
      {
        da: `Fra »${BENEFIT_STATE_LABELS[from].da}« kan gevinsten flyttes til: ${words('da')}.`,
        en: `From “${BENEFIT_STATE_LABELS[from].en}” the benefit can move to: ${words('en')}.`,
      },
      { possible },
    );
  }
  if (move.kind === 'allowed') return;
  throw new ProblemError('rule_refused', {
    faults: [
      ...move.missing.map((requirement) => ({
        pointer: REFUSALS[requirement].pointer,
        code: `${requirement}_missing`,
        detail: {
          da: `Mangler: ${BENEFIT_REQUIREMENT_LABELS[requirement].da}. ${REFUSALS[requirement].remedy.da}`,
          en: `Missing: ${BENEFIT_REQUIREMENT_LABELS[requirement].en}. ${REFUSALS[requirement].remedy.en}`,
        },
      })),
      ...(move.missing.includes('full_profile') ? profileFaults(benefit) : []),
    ],
  });
}

/** Moves a benefit to another state by the table of transitions; approval stores the plan as a version. */
export async function moveBenefitState(call: Call) {
  const { tx, caller, params, body } = call;
  const benefit = await loadBenefit(tx, params.id);
  requireMay(caller, decidesState(body.to) ? 'benefit.approve' : 'benefit.edit', accessTo(benefit));
  refuseUnlessPossible(call, benefit);
  if (body.decisionId) await loadRow(tx, DecisionEntity, body.decisionId);
  const asOf = await organisationDay(tx);
  const on = body.on ?? asOf;
  const change =
    body.to === 'transferred'
      ? { ownerId: body.newOwnerId ?? null, ownerHandedOverFrom: null, ownerHandedOverOn: null }
      : {
          state: body.to,
          // A plan approved again stays in its state: the benefit has been approved since the first time.
          ...(body.to !== benefit.state && { stateSince: on }),
          ...(body.to === 'approved' && { approvedOn: on }),
        };
  const { before, after } = await updateVersioned(tx, BenefitEntity, params.id, call.ifMatch, {
    ...change,
    stateReason: body.reason ?? null,
  });
  if (body.to === 'approved') {
    await storePlanVersion(tx, benefit, {
      kind: 'approved',
      decidedOn: on,
      decisionId: body.decisionId ?? null,
      reason: body.reason ?? null,
    });
    // A benefit approved after go-live has its plan frozen from the first day: there is no time left in which it may change.
    if (benefit.goLiveActual !== null) {
      const approved = await loadBenefit(tx, params.id);
      await storePlanVersion(tx, approved, {
        kind: 'frozen_at_go_live',
        decidedOn: on,
        decisionId: null,
        reason: null,
      });
      await tx.query(
        `update benefit set frozen_on = $3, state = 'in_realisation' where organisation_id = $1 and id = $2`,
        [tx.organisationId, params.id, on],
      );
    }
  }
  if (body.to === 'in_realisation' && !isFrozen(benefit)) await freezePlanOf(tx, params.id, benefit.goLiveActual ?? on);
  tx.audit({
    action: body.to === 'transferred' ? 'transferred' : body.to === benefit.state ? 'plan_approved' : 'moved',
    objectKind: 'benefit',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after),
    reason: body.reason ?? null,
  });
  tx.announce('benefit', params.id);
  tx.announce('initiative', benefit.initiativeId);
  return benefitAnswer(await loadBenefit(tx, params.id), asOf, caller);
}
