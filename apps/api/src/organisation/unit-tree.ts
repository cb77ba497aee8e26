import { loadRow, type Transaction, UnitEntity } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

/** One writer of the tree at a time: two moves that are each fine could make a circle together. */
export async function lockUnitTree(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(7005, $1)`, [tx.organisationId]);
}

/**
 * The unit that is to be a parent, with everything above it.
 * @throws ProblemError `rule_refused` at `/parentId`
 */
export async function loadParent(tx: Transaction, parentId: string): Promise<UnitEntity> {
  const parent = await tx.manager
    .getRepository(UnitEntity)
    .findOne({ where: { organisationId: tx.organisationId, id: parentId } });
  if (!parent) {
    throw fieldRefused('/parentId', 'unknown_reference', {
      da: 'Enheden findes ikke; vælg en anden.',
      en: 'The unit does not exist; choose another.',
    });
  }
  return parent;
}

/** An organisation has one top unit; everything else lies below it. @throws ProblemError `rule_refused` */
export async function refuseSecondRoot(tx: Transaction): Promise<void> {
  const [root] = await tx.query<{ id: string }>(
    `select id from unit where organisation_id = $1 and parent_id is null`,
    [tx.organisationId],
  );
  if (root) {
    throw fieldRefused('/parentId', 'second_root', {
      da: 'Der er allerede en øverste enhed; vælg den enhed, der ligger over.',
      en: 'There is a top unit already; choose the unit above.',
    });
  }
}

/**
 * Moves a unit with everything below it: the path above the moved unit is replaced in every row of the subtree.
 * @returns how many units lie in the subtree, the moved one included
 */
export async function moveSubtree(tx: Transaction, unit: UnitEntity, parent: UnitEntity): Promise<number> {
  if (parent.ancestorIds.includes(unit.id)) {
    throw fieldRefused('/parentId', 'circle', {
      da: 'En enhed kan ikke ligge under sig selv eller sine egne underenheder.',
      en: 'A unit cannot lie below itself or below its own subunits.',
    });
  }
  const moved = await tx.query<{ id: string }>(
    `update unit set ancestor_ids = $3::uuid[] || ancestor_ids[$4:], level = cardinality($3::uuid[]) + level - $5,
       updated_at = now(), version = version + case when id = $2 then 0 else 1 end
     where organisation_id = $1 and ancestor_ids @> array[$2::uuid]
     returning id`,
    [tx.organisationId, unit.id, parent.ancestorIds, unit.ancestorIds.length, unit.level],
  );
  return moved.length;
}

/** A unit and its place in the tree. @throws RowNotFound */
export function loadUnit(tx: Transaction, id: string): Promise<UnitEntity> {
  return loadRow(tx, UnitEntity, id);
}

/**
 * The unit and all above it, for asking what somebody may do there.
 * @throws ProblemError `rule_refused` at the pointer when the unit does not exist
 */
export async function ancestorsOf(tx: Transaction, unitId: string, pointer = '/unitId'): Promise<string[]> {
  const [unit] = await tx.query<{ ancestorIds: string[] }>(
    `select ancestor_ids as "ancestorIds" from unit where organisation_id = $1 and id = $2`,
    [tx.organisationId, unitId],
  );
  if (!unit) {
    throw fieldRefused(pointer, 'unknown_reference', {
      da: 'Enheden findes ikke; vælg en anden.',
      en: 'The unit does not exist; choose another.',
    });
  }
  return unit.ancestorIds;
}
