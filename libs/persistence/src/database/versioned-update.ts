import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './transaction';

/** The row is not there, or belongs to another organisation: both look the same. */
export class RowNotFound extends Error {
  constructor(readonly objectKind: string) {
    super(`No such ${objectKind}`);
  }
}

/** The row was changed after the caller read it; `current` is the row as it stands. */
export class StaleVersion<Row = unknown> extends Error {
  constructor(
    readonly objectKind: string,
    readonly objectId: string,
    readonly current: Row,
    readonly currentVersion: number,
  ) {
    super(`The ${objectKind} was changed by someone else`);
  }
}

type Versioned = ObjectLiteral & { id: string; version: number };

/**
 * Changes one row if it still has the version the caller saw. The check stands in the UPDATE itself, so that of two
 * writers with the same version exactly one wins.
 * @returns the row before and after.
 * @throws RowNotFound, StaleVersion
 */
export async function updateVersioned<Row extends Versioned>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  id: string,
  version: number,
  change: Partial<Row>,
): Promise<{ before: Row; after: Row }> {
  const repository = tx.manager.getRepository(entity);
  const where = { organisationId: tx.organisationId, id } as never;
  const before = await repository.findOne({ where });
  const objectKind = repository.metadata.tableName;
  if (!before) throw new RowNotFound(objectKind);
  const result = await repository
    .createQueryBuilder()
    .update()
    .set({ ...change, version: () => 'version + 1', updatedAt: () => 'now()' } as never)
    .where('organisation_id = :organisationId and id = :id and version = :version', {
      organisationId: tx.organisationId,
      id,
      version,
    })
    .execute();
  const after = await repository.findOneOrFail({ where });
  if (result.affected !== 1) throw new StaleVersion(objectKind, id, after, after.version);
  tx.noteVersion(id, after.version);
  return { before, after };
}

/** One row of the organisation. @throws RowNotFound */
export async function loadRow<Row extends ObjectLiteral>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  id: string,
): Promise<Row> {
  const repository = tx.manager.getRepository(entity);
  const row = await repository.findOne({ where: { organisationId: tx.organisationId, id } as never });
  if (!row) throw new RowNotFound(repository.metadata.tableName);
  return row;
}

/**
 * Removes one row if it still has the version the caller saw.
 * @returns the row as it was
 * @throws RowNotFound, StaleVersion
 */
export async function removeVersioned<Row extends Versioned>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  id: string,
  version: number,
): Promise<Row> {
  const row = await loadRow(tx, entity, id);
  const where = { organisationId: tx.organisationId, id, version } as never;
  const result = await tx.manager.getRepository(entity).delete(where);
  if (result.affected === 1) return row;
  const current = await loadRow(tx, entity, id);
  throw new StaleVersion(tx.manager.getRepository(entity).metadata.tableName, id, current, current.version);
}
