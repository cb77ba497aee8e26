import { lineMatcher, type MatchingRule, ownAccountRule } from '@hoest/finance';
import { ACTUALS } from '../../../tools/demo/aastrup/actuals';
import { generatePortfolio } from '../../../tools/demo/generate-portfolio';

describe.each(['2026-11-24', '2027-01-03', '2028-02-29'])('actuals of Åstrup told on %s', (referenceDate) => {
  const [rows] = generatePortfolio({ seed: 'hoest', referenceDate, kind: 'aastrup' });
  if (!rows) throw new Error('There is no municipality');
  const { tables } = rows;
  const titles = new Map(tables.benefit.map(({ id, title }) => [id, title]));
  const made = tables.finance_matching_rule.map(({ id, benefit_id, account, match, cost_centre }): MatchingRule => ({
    id: String(id),
    benefitId: String(benefit_id),
    account: String(account),
    match: match as MatchingRule['match'],
    costCentre: cost_centre === null ? null : String(cost_centre),
    validFrom: null,
    validTo: null,
  }));
  const own = tables.benefit.flatMap(({ id, account, cost_centre }) =>
    account === null
      ? []
      : [
          ownAccountRule({
            benefitId: String(id),
            account: String(account),
            costCentre: cost_centre === null ? null : String(cost_centre),
          }),
        ],
  );
  const match = lineMatcher([...made, ...own]);

  it('belong to the benefits the story names, and else to none', () => {
    for (const { account, costCentre, benefit } of ACTUALS) {
      const lines = tables.finance_actual.filter(
        (line) => line.account === account && (line.cost_centre ?? null) === costCentre,
      );
      expect(lines.length).toBeGreaterThan(0);
      for (const { month } of lines) {
        const found = match({ account, costCentre, month: String(month) });
        expect([account, found.kind === 'matched' ? titles.get(found.benefitId) : found.kind]).toEqual([
          account,
          benefit ?? 'unmatched',
        ]);
      }
    }
  });

  it('needs every rule somebody made: without it a line would belong to nobody, or to several', () => {
    const alone = lineMatcher(own);
    for (const { account, costCentre, rule } of ACTUALS) {
      if (rule === undefined) continue;
      expect([account, alone({ account, costCentre, month: referenceDate }).kind]).not.toEqual([account, 'matched']);
    }
  });
});
