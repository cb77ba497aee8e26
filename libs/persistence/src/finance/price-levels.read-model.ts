import type { Transaction } from '../database/transaction';

/** Name of the dated setting that holds the price and wage index. */
export const PRICE_INDEX_SETTING = 'price_index';

/** What the setting holds: one estimate of the whole index. */
export interface PriceIndexValue {
  /** Level per year, any base, exact decimals above 0. */
  levels: Record<string, string>;
  /** Where the estimate comes from. */
  source: string;
}

export interface PriceIndexRow {
  id: string;
  /** The day from which this estimate was known. */
  validFrom: string;
  /** Counts the records of that day; the highest is in force, the others are what it corrected. */
  version: number;
  source: string;
  /** By year; a year that is missing has no estimate. */
  levels: Record<number, string>;
  recordedAt: Date;
}

/**
 * Price levels as they were known on a day: the latest estimate that stood by then. A later estimate does not change what an
 * earlier day knew.
 * @param asOf calendar date; left out = today where the organisation is
 * @returns no levels at all when there is no estimate: every conversion between years is then unknown
 */
export async function readPriceLevels(tx: Transaction, asOf?: string): Promise<Readonly<Record<number, string>>> {
  const [row] = await tx.query<{ levels: Record<number, string> }>(
    `select s.value -> 'levels' as levels from setting s join organisation o on o.organisation_id = s.organisation_id
     where s.organisation_id = $1 and s.name = $2 and s.valid_from <= coalesce($3::date, (now() at time zone o.time_zone)::date)
     order by s.valid_from desc, s.version desc limit 1`,
    [tx.organisationId, PRICE_INDEX_SETTING, asOf ?? null],
  );
  return row?.levels ?? {};
}

/** Every estimate of the index, the latest first; of one day, the one in force first and then what it corrected. */
export async function listPriceIndexes(tx: Transaction): Promise<PriceIndexRow[]> {
  return tx.query<PriceIndexRow>(
    `select s.id, s.valid_from as "validFrom", s.version, s.value ->> 'source' as source, s.value -> 'levels' as levels, s.created_at as "recordedAt"
     from setting s where s.organisation_id = $1 and s.name = $2 order by s.valid_from desc, s.version desc`,
    [tx.organisationId, PRICE_INDEX_SETTING],
  );
}
