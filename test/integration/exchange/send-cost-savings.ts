/**
 * Sends a published list of realised savings to Høst as an outside program would: through the documented calls, with an
 * access token. One initiative and one benefit per entry, one measured amount per fiscal year.
 */

interface YearAmount {
  /** Millions of US dollars. */
  amount: number;
  netOrGross: string;
}

/** One entry of the file; fiscal years that were not reported are missing. */
export interface CostSaving {
  strategyId: number;
  strategyTitle: string;
  decisionDate: string;
  amountType: 'Cost-Savings' | 'Cost-Avoidance' | 'Both';
  useOfSavingsAvoidance?: string;
  [fiscalYear: `fy${number}`]: YearAmount | undefined;
}

/** One call: method, path below `/api/v1`, body; resolves with the parsed answer or rejects with its text. */
export type Send = (method: string, path: string, body?: unknown) => Promise<any>;

const FISCAL_YEARS = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];
/** Cashable only where the publisher says so; a mixed amount is not claimed as cash. */
const CLASSES = {
  'Cost-Savings': 'cash_releasing',
  'Cost-Avoidance': 'cost_avoidance',
  Both: 'cost_avoidance',
} as const;

/** Millions with up to six decimals as whole dollars: the file's numbers have four. */
const dollars = (millions: number) => String(Math.round(millions * 1_000_000));

/** @returns ids of the benefits, in the order of the entries. */
export async function sendCostSavings(send: Send, unitId: string, entries: readonly CostSaving[]): Promise<string[]> {
  const benefitIds: string[] = [];
  for (const entry of entries) {
    const initiative = await send('POST', '/initiatives', {
      title: entry.strategyTitle,
      unitId,
      currency: 'USD',
      externalKey: `us-ed-${entry.strategyId}`,
      problem: entry.useOfSavingsAvoidance ?? null,
    });
    const benefit = await send('POST', `/initiatives/${initiative.id}/benefits`, {
      title: `Lower cost: ${entry.strategyTitle}`,
      class: CLASSES[entry.amountType],
      currency: 'USD',
      measure: {
        name: 'Saving per fiscal year',
        unit: 'USD',
        direction: 'up',
        frequency: 'year',
        moneyBasis: 'amount',
        firstDue: '2012-12-31',
        trackUntil: '2020-12-31',
      },
    });
    const measureId = benefit.measures[0].id;
    const items = FISCAL_YEARS.flatMap((year) => {
      const reported = entry[`fy${year}`];
      if (!reported) return [];
      return {
        measureId,
        date: `${year}-12-31`,
        value: dollars(reported.amount),
        evidenceKind: 'system_extract',
        comment: `Fiscal year ${year}, ${reported.netOrGross.toLowerCase()}`,
      };
    });
    if (items.length > 0) await send('POST', '/measurements', { items });
    benefitIds.push(benefit.id);
  }
  return benefitIds;
}
