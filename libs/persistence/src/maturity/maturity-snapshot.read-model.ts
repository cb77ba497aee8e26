import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import type { MaturityFigures } from './maturity-figures';

export interface StoredSnapshot {
  asOf: CalendarDate;
  /** When this revision was written: later knowledge makes a new one. */
  knownAt: Date;
  definitionVersion: string;
  figures: MaturityFigures;
}

export interface SnapshotChoice {
  /** Last day it may be of. */
  until?: CalendarDate;
  /** Day it must lie before. */
  before?: CalendarDate;
  /** Only revisions written by then; null = all. */
  knownAt: Date | null;
}

const COLUMNS = `as_of as "asOf", known_at as "knownAt", definition_version as "definitionVersion", scores as figures`;

/** The latest month-end snapshot of a unit that fits, in its latest revision; undefined when there is none. */
export async function readSnapshot(
  tx: Transaction,
  unitId: string,
  { until, before, knownAt }: SnapshotChoice,
): Promise<StoredSnapshot | undefined> {
  const [snapshot] = await tx.query<StoredSnapshot>(
    `select ${COLUMNS} from maturity_snapshot
     where organisation_id = $1 and unit_id = $2 and ($3::date is null or as_of <= $3) and ($4::date is null or as_of < $4)
       and ($5::timestamptz is null or known_at <= $5)
     order by as_of desc, known_at desc limit 1`,
    [tx.organisationId, unitId, until ?? null, before ?? null, knownAt],
  );
  return snapshot;
}

/** Every month end of a unit, oldest first, each in its latest revision. */
export function readSnapshots(tx: Transaction, unitId: string): Promise<StoredSnapshot[]> {
  return tx.query<StoredSnapshot>(
    `select distinct on (as_of) ${COLUMNS} from maturity_snapshot where organisation_id = $1 and unit_id = $2
     order by as_of, known_at desc`,
    [tx.organisationId, unitId],
  );
}
