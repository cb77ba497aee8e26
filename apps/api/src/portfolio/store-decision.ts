import { randomUUIDv7 } from 'node:crypto';
import type { BodyOf, decisionRoutes } from '@hoest/contracts';
import { DecisionEntity, fieldChanges, type InitiativeAccess, loadRow, type Transaction } from '@hoest/persistence';
import type { DecisionKind } from '@hoest/portfolio';
import { type FieldFault, fieldRefused, ProblemError } from '@hoest/platform';
import { addDays } from '@hoest/quantities';
import { requireReferences } from './references';
import { refuseFuture } from './refuse-future';

type DecisionFields = Omit<BodyOf<typeof decisionRoutes.recordDecision>, 'kind'>;

/** Days after a decision on which somebody looks whether it was carried out, when it does not say itself. Source: domain rules, section 8, op.decisions-real */
const FOLLOW_UP_DAYS = 60;

/**
 * Records a decision on an initiative, with the facts it was taken on; it is never changed afterwards.
 * @param pointer where the decision stands in the body; empty for the body itself
 * @returns id of the decision
 * @throws ProblemError `rule_refused`
 */
export async function storeDecision(
  tx: Transaction,
  initiative: Pick<InitiativeAccess, 'id' | 'phase' | 'version' | 'today'>,
  kind: DecisionKind,
  fields: DecisionFields,
  pointer = '',
): Promise<string> {
  await refuseImpossibleDecision(tx, initiative, fields, pointer);
  const id = randomUUIDv7();
  const { followUpDue = addDays(fields.decidedOn, FOLLOW_UP_DAYS), ...rest } = fields;
  await tx.manager.getRepository(DecisionEntity).insert({
    ...rest,
    organisationId: tx.organisationId,
    id,
    initiativeId: initiative.id,
    kind,
    followUpDue,
    snapshot: { phase: initiative.phase, initiativeVersion: initiative.version },
  });
  const row = await loadRow(tx, DecisionEntity, id);
  tx.audit({
    action: 'decided',
    objectKind: 'decision',
    objectId: id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(null, row, ['kind', ...Object.keys(rest), 'followUpDue']),
  });
  return id;
}

async function refuseImpossibleDecision(
  tx: Transaction,
  initiative: Pick<InitiativeAccess, 'id' | 'today'>,
  fields: DecisionFields,
  pointer: string,
): Promise<void> {
  const conditions = fields.conditions ?? [];
  await requireReferences(tx, [
    { pointer: `${pointer}/deciderId`, kind: 'person', id: fields.deciderId },
    ...conditions.map(({ ownerId }, index) => ({
      pointer: `${pointer}/conditions/${index}/ownerId`,
      kind: 'person' as const,
      id: ownerId,
    })),
  ]);
  refuseFuture(`${pointer}/decidedOn`, fields.decidedOn, initiative.today);
  const faults: FieldFault[] = [];
  if (fields.askedOn && fields.askedOn > fields.decidedOn) {
    faults.push({
      pointer: `${pointer}/askedOn`,
      code: 'after_decision',
      detail: {
        da: 'Der er spurgt, før der er besluttet; ret datoen.',
        en: 'It was asked before it was decided; correct the date.',
      },
    });
  }
  if (fields.outcome === 'approve_with_conditions' && conditions.length === 0) {
    faults.push({
      pointer: `${pointer}/conditions`,
      code: 'conditions_missing',
      detail: { da: 'Skriv mindst én betingelse.', en: 'Enter at least one condition.' },
    });
  }
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
  if (fields.reversesId) await requireReversible(tx, initiative.id, fields.reversesId, `${pointer}/reversesId`);
}

/** A decision is reversed once, by a decision on the same initiative. */
async function requireReversible(tx: Transaction, initiativeId: string, id: string, pointer: string): Promise<void> {
  const [found] = await tx.query<{ reversed: boolean }>(
    `select exists (select 1 from decision r where r.organisation_id = $1 and r.reverses_id = d.id) as reversed
     from decision d where d.organisation_id = $1 and d.id = $2 and d.initiative_id = $3`,
    [tx.organisationId, id, initiativeId],
  );
  if (!found) throw unknownDecision(pointer);
  if (found.reversed) {
    throw fieldRefused(pointer, 'already_reversed', {
      da: 'Beslutningen er allerede omgjort.',
      en: 'The decision is reversed already.',
    });
  }
}

function unknownDecision(pointer: string): ProblemError {
  return fieldRefused(pointer, 'unknown_reference', {
    da: 'Beslutningen findes ikke på indsatsen; vælg en anden.',
    en: 'The initiative has no such decision; choose another.',
  });
}

/**
 * An earlier decision that a body names at `/decisionId`: on this initiative, or on the portfolio as a whole.
 * @throws ProblemError `rule_refused`
 */
export async function requireDecision(tx: Transaction, initiativeId: string, id: string): Promise<void> {
  const found = await tx.query(
    `select 1 from decision where organisation_id = $1 and id = $2 and (initiative_id = $3 or initiative_id is null)`,
    [tx.organisationId, id, initiativeId],
  );
  if (found.length === 0) throw unknownDecision('/decisionId');
}
