import { actualKey } from '@hoest/exchange';
import { officeHour } from './story-calendar';
import { CURRENCY, minorOf, type StoryContext } from './story-context';

/** How much a month's booking may stray from the line between its first and last month. */
const STRAY = 0.06;

/** Lines of the accounts up to the last whole month, and the rules that match them to benefits. */
export function addActuals({ spec, calendar, ids, random, rows }: StoryContext): void {
  for (const { account, costCentre, text, benefit, rule, months, budget, booked } of spec.actuals ?? []) {
    const place = `${account}/${costCentre ?? ''}`;
    if (benefit !== undefined && rule !== undefined) {
      const owner = rows.benefit.find(({ title }) => title === benefit);
      if (!owner) throw new Error(`No benefit is called "${benefit}"`);
      const on = calendar.monthStart(months[0]);
      rows.finance_matching_rule.push({
        id: ids.of('finance_matching_rule', place, on),
        created_at: officeHour(on, 200),
        updated_at: officeHour(on, 200),
        benefit_id: owner.id,
        account: rule === 'prefix' ? owner.account : account,
        match: rule,
        cost_centre: costCentre,
      });
    }
    const [first, last] = months;
    const chance = random.of(`actuals/${place}`);
    for (let offset = first; offset <= last; offset += 1) {
      const month = calendar.monthStart(offset);
      const share = last === first ? 1 : (offset - first) / (last - first);
      const planned = booked[0] + (booked[1] - booked[0]) * share;
      const amountMinor = minorOf(planned * (1 + STRAY * (2 * chance.share() - 1))).toString();
      const budgetMinor = budget === null ? null : minorOf(budget).toString();
      const postingRef = `F-${month.slice(0, 4)}${month.slice(5, 7)}-${account.replaceAll('.', '')}`;
      const line = { account, costCentre, month, amountMinor, budgetMinor, currency: CURRENCY, text, postingRef };
      const imported = officeHour(calendar.monthStart(offset + 1), 45);
      rows.finance_actual.push({
        id: ids.of('finance_actual', `${place}/${offset}`, month),
        created_at: imported,
        updated_at: imported,
        account,
        cost_centre: costCentre,
        month,
        amount_minor: amountMinor,
        budget_minor: budgetMinor,
        currency: CURRENCY,
        text,
        posting_ref: postingRef,
        source_key: actualKey(line),
        occurrence: 1,
      });
    }
  }
}
