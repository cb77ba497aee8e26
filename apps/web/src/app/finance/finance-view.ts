import type { AmountUnit } from '@hoest/ui';
import { WATERFALL_STEPS, type WaterfallStep } from './leakage/waterfall-steps';

/** What the finance page shows, as its address says it. */
export interface FinanceView {
  year: number;
  priceLevel: 'current' | 'fixed';
  /** Year whose prices `fixed` shows; null = the year shown. */
  priceYear: number | null;
  /** `cash` = only what can leave a budget: cash-releasing and income. */
  classes: 'cash' | 'all';
  /** First day of the month whose closing is shown; null = the figures as they are now. */
  closed: string | null;
  /** Only the benefits behind this part of the waterfall; null = all. */
  behind: WaterfallStep | 'surplus' | null;
  /** The reported amount that stands open beside the waterfall. */
  claim: string | null;
  inbox: 'all' | 'mine' | null;
  /** Unit of amounts; null = the reader's own choice. */
  amounts: Exclude<AmountUnit, 'whole'> | null;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const BEHIND = [...WATERFALL_STEPS, 'surplus'] as const;

const chosen = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null;

function yearOf(text: string | null): number | null {
  const year = Number(text);
  return text !== null && /^\d{4}$/.test(text) && year >= 1990 && year <= 2100 ? year : null;
}

/** The view an address asks for; what it does not name, or names wrongly, is as at first sight. */
export function readFinanceView(param: (name: string) => string | null, currentYear: number): FinanceView {
  const [closed, claim] = [param('closed'), param('claim')];
  return {
    year: yearOf(param('year')) ?? currentYear,
    priceLevel: chosen(['fixed'], param('prices')) ?? 'current',
    priceYear: yearOf(param('priceYear')),
    classes: chosen(['all'], param('classes')) ?? 'cash',
    closed: closed !== null && MONTH.test(closed) ? `${closed}-01` : null,
    behind: chosen(BEHIND, param('behind')),
    claim: claim !== null && UUID.test(claim) ? claim : null,
    inbox: chosen(['all', 'mine'], param('inbox')),
    amounts: chosen(['thousand', 'million'], param('amounts')),
  };
}

/** Query parameters of a change of the view, to be merged into the address; null takes one away. */
export function writeFinanceView(change: Partial<FinanceView>): Record<string, string | number | null> {
  const params: Record<string, string | number | null> = {};
  if (change.year !== undefined) params['year'] = change.year;
  if (change.priceLevel !== undefined) params['prices'] = change.priceLevel === 'fixed' ? 'fixed' : null;
  if (change.priceYear !== undefined) params['priceYear'] = change.priceYear;
  if (change.classes !== undefined) params['classes'] = change.classes === 'all' ? 'all' : null;
  if (change.closed !== undefined) params['closed'] = change.closed?.slice(0, 7) ?? null;
  for (const name of ['behind', 'claim', 'inbox', 'amounts'] as const) {
    if (change[name] !== undefined) params[name] = change[name];
  }
  return params;
}

/** Input of the ledger's calls for a view. */
export function ledgerQueryOf(view: FinanceView, unitId: string | undefined) {
  return {
    year: view.year,
    ...(unitId ? { unitId } : {}),
    priceLevel: view.priceLevel,
    ...(view.priceLevel === 'fixed' && view.priceYear !== null ? { priceYear: view.priceYear } : {}),
    classes: view.classes,
  };
}
