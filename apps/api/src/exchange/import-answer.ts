import {
  type ColumnSum,
  type ImportKind,
  type ImportMapping,
  isMoneyTarget,
  samplesOf,
  SKIP_REASONS,
} from '@hoest/exchange';
import type { ImportRecord } from '@hoest/contracts';
import {
  type ImportOptions,
  type ImportReading,
  type KeptRow,
  RowNotFound,
  type Transaction,
} from '@hoest/persistence';
import { PROBLEMS, restoreProblem } from '@hoest/platform';

/** How many skipped lines and samples an answer carries. */
const MOST_SKIPPED = 200;
const MOST_SAMPLES = 3;

interface ImportRow {
  id: string;
  kind: ImportKind;
  fileName: string;
  byteSize: number;
  state: ImportRecord['state'];
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
  sheets: string[];
  reading: ImportReading;
  mapping: ImportMapping;
  options: ImportOptions;
  counts: (NonNullable<ImportRecord['counts']> & { newUnits?: string[] }) | null;
  sums: ColumnSum[] | null;
  jobId: string | null;
  jobState: string | null;
  /** As `storeProblem` keeps it. */
  jobProblem: unknown;
  createdByName: string | null;
  createdAt: Date;
  committedAt: Date | null;
  undoneAt: Date | null;
  keptOnUndo: KeptRow[] | null;
  version: number;
}

const SELECT = `select m.id, m.kind, m.file_name as "fileName", m.byte_size as "byteSize", m.state, m.encoding, m.delimiter, m.sheet, m.sheets, m.reading, m.mapping,
    m.options, m.counts, m.sums, m.job_id as "jobId", j.state as "jobState", j.problem as "jobProblem", p.name as "createdByName", m.created_at as "createdAt",
    m.committed_at as "committedAt", m.undone_at as "undoneAt", m.kept_on_undo as "keptOnUndo", m.version
  from import m left join job j on j.organisation_id = m.organisation_id and j.id = m.job_id
  left join person p on p.organisation_id = m.organisation_id and p.id = m.created_by`;

const KEPT_REASONS = {
  edited: {
    da: 'Er ændret siden importen og blev derfor ikke rørt.',
    en: 'Was edited after the import and was therefore left alone.',
  },
  built_on: {
    da: 'Andet bygger på den siden importen, så den blev stående.',
    en: 'Something else builds on it since the import, so it stayed.',
  },
};

/** An import whose job ended without it is where it was before: the job's row says what happened. */
function shownState({ state, jobState }: ImportRow): ImportRecord['state'] {
  const ended = jobState === 'failed' || jobState === 'cancelled';
  if (state === 'committing' && ended) return 'previewed';
  if (state === 'undoing' && ended) return 'committed';
  return state;
}

/** Sums of the dry run in the words of the contract: each column in its own unit. */
export function sumAnswers(sums: readonly ColumnSum[]) {
  return sums.map(({ target, heading, numeric, withheld, blank, text, notStated, sumInUnit, currency }) => ({
    target,
    heading,
    numeric,
    withheld,
    blank,
    text: text + notStated,
    sum: sumInUnit,
    currency,
  }));
}

function columnAnswers({ reading, mapping }: ImportRow) {
  return reading.table.columns.map(({ index, heading }) => {
    const mapped = mapping.columns.find((column) => column.index === index);
    const money = mapped && isMoneyTarget(mapped.target) ? mapped.money : undefined;
    return {
      index,
      heading,
      target: mapped?.target ?? null,
      chosenBy: reading.chosenBy[index] ?? ('proposal' as const),
      unit: money?.scale ?? null,
      currency: money?.currency ?? null,
      year: money?.year ?? null,
      assumptions: reading.assumptions.columns[index] ?? [],
      samples: samplesOf(reading.table, index, MOST_SAMPLES),
    };
  });
}

function answer(row: ImportRow) {
  const { table } = row.reading;
  const state = shownState(row);
  const failed = row.jobState === 'failed' && (state === 'previewed' || state === 'committed');
  const jobProblem = failed ? restoreProblem(row.jobProblem) : null;
  return {
    ...row,
    state,
    orientation: table.orientation,
    headerLine: table.headingLine,
    rowCount: table.lines.length,
    skipped: table.skipped
      .slice(0, MOST_SKIPPED)
      .map(({ line, place, text, reason }) => ({ line, place, text, code: reason, reason: SKIP_REASONS[reason] })),
    skippedCount: table.skipped.length,
    assumptions: row.reading.assumptions.file,
    columns: columnAnswers(row),
    options: { ...row.options, dateOrder: row.mapping.dateOrder, decimal: row.mapping.decimal },
    sums: row.sums && sumAnswers(row.sums),
    newUnits: row.counts?.newUnits ?? [],
    problem: jobProblem && PROBLEMS[jobProblem.code].title,
    keptOnUndo: (row.keptOnUndo ?? []).map(({ kind, id, title, reason }) => ({
      kind,
      id,
      title,
      reason: KEPT_REASONS[reason],
    })),
  };
}

/** An import in the words of the contract, before it becomes JSON. */
export type ImportAnswer = ReturnType<typeof answer>;

/** One import as its page shows it. @throws RowNotFound */
export async function readImport(tx: Transaction, id: string): Promise<ImportAnswer> {
  const [row] = await tx.query<ImportRow>(`${SELECT} where m.organisation_id = $1 and m.id = $2`, [
    tx.organisationId,
    id,
  ]);
  if (!row) throw new RowNotFound('import');
  return answer(row);
}

/** Several imports, in the order of the ids. */
export async function readImports(tx: Transaction, ids: readonly string[]): Promise<ImportAnswer[]> {
  const rows = await tx.query<ImportRow>(
    `${SELECT} join unnest($2::uuid[]) with ordinality as wanted(id, place) on wanted.id = m.id where m.organisation_id = $1 order by wanted.place`,
    [tx.organisationId, [...ids]],
  );
  return rows.map(answer);
}
