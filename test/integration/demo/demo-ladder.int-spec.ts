import {
  claimFaults,
  nestingFault,
  NO_AMOUNTS,
  reachesBudgets,
  rungOf,
  type RungAmounts,
  withEntry,
} from '@hoest/finance';
import { addMonths, daysBetween, startOfMonth } from '@hoest/quantities';
import { generatePortfolio } from '../../../tools/demo/generate-portfolio';
import type { OrganisationRows, Row } from '../../../tools/demo/rows/tables';

const TODAY = '2026-11-24';
const DAYS = [TODAY, '2026-01-03', '2026-03-31', '2026-07-01', '2026-12-31', '2027-01-01', '2028-02-29'];

type Claim = Row<'finance_claim'>;

function municipality(referenceDate: string): OrganisationRows {
  const [rows] = generatePortfolio({ seed: 'hoest', referenceDate, kind: 'aastrup' });
  if (!rows) throw new Error('There is no municipality');
  return rows;
}

const day = (moment: unknown) => String(moment).slice(0, 10);

describe.each(DAYS)('finance ladder of Åstrup told on %s', (today) => {
  const { tables, closedMonths } = municipality(today);
  const claims = tables.finance_claim;
  const benefits = new Map(tables.benefit.map((benefit) => [benefit.id, benefit]));
  const initiatives = new Map(tables.initiative.map((initiative) => [initiative.id, initiative]));
  const benefitOf = (claim: Claim) => {
    const benefit = benefits.get(claim.benefit_id);
    if (!benefit) throw new Error('A claim has no benefit');
    return benefit;
  };
  const controllers = tables.role_assignment
    .filter(({ role, object_kind }) => role === 'finance_controller' && object_kind === 'unit')
    .map(({ person_id }) => person_id);
  const independent = (claim: Claim) => {
    const benefit = benefitOf(claim);
    const manager = initiatives.get(benefit.initiative_id)?.manager_id;
    return controllers.filter((person) => ![claim.proposed_by, benefit.owner_id, manager].includes(person));
  };
  const inState = (...states: string[]) => claims.filter(({ state }) => states.includes(String(state)));

  it('gives every gain that can leave a budget its account and cost centre', () => {
    const cash = tables.benefit.filter((benefit) => reachesBudgets(String(benefit.class)));
    expect(cash.length).toBeGreaterThan(30);
    for (const { title, account, cost_centre } of cash) {
      expect({ title, account, cost_centre }).toEqual({
        title,
        account: expect.stringMatching(/^\d\.\d\d\.\d\d$/),
        cost_centre: expect.stringMatching(/^\d{5}$/),
      });
    }
  });

  it('nests the rungs at every moment, in the order in which finance decided', () => {
    const standing = new Map<string, RungAmounts>();
    const inOrder = inState('approved').sort((a, b) => (String(a.decided_at) < String(b.decided_at) ? -1 : 1));
    for (const claim of inOrder) {
      const key = `${claim.benefit_id} ${claim.year}`;
      const before = standing.get(key) ?? NO_AMOUNTS;
      const [rung, amount] = [rungOf(Number(claim.rung)), BigInt(String(claim.amount_minor))];
      expect({ title: benefitOf(claim).title, fault: nestingFault(before, rung, amount) }).toMatchObject({
        fault: null,
      });
      standing.set(key, withEntry(before, rung, amount));
    }
    expect(standing.size).toBeGreaterThan(30);
  });

  it('lets nobody decide what they reported or answer for, and leaves somebody to decide what waits', () => {
    expect(new Set(controllers).size).toBe(2);
    for (const claim of claims) {
      const deciders = independent(claim);
      expect(deciders.length).toBeGreaterThan(0);
      if (claim.decided_by !== null) expect(deciders).toContain(claim.decided_by);
    }
    const signIns = new Set(tables.account.map(({ person_id }) => person_id));
    for (const claim of inState('submitted'))
      expect(independent(claim).some((person) => signIns.has(person))).toBe(true);
  });

  it('reports nothing that the rules refuse', () => {
    const years = new Map(tables.budget_version.map(({ id, year }) => [id, Number(year)]));
    for (const claim of claims) {
      const text = (value: unknown) => (value === null ? null : String(value));
      const faults = claimFaults({
        benefitClass: String(benefitOf(claim).class),
        rung: rungOf(Number(claim.rung)),
        year: Number(claim.year),
        evidenceKind: text(claim.evidence_kind),
        account: text(claim.account),
        postingRef: text(claim.posting_ref),
        accountsRef: text(claim.accounts_ref),
        budgetYear: claim.budget_version_id === null ? null : (years.get(claim.budget_version_id) ?? null),
      });
      expect({ title: benefitOf(claim).title, faults }).toMatchObject({ faults: [] });
    }
  });

  it('closes every month up to the one before last and books nothing in a closed one', () => {
    expect(closedMonths[0]?.month).toBe(`${Number(today.slice(0, 4)) - 2}-01-01`);
    expect(closedMonths.at(-1)?.month).toBe(addMonths(startOfMonth(today), -2));
    for (const claim of inState('approved')) {
      const decided = String(claim.decided_at);
      const closed = closedMonths.findLast(({ closedAt }) => closedAt <= decided)?.month ?? '';
      expect(String(claim.booked_month) > closed).toBe(true);
      expect(String(claim.booked_month) <= startOfMonth(day(decided))).toBe(true);
    }
  });

  it('tells of nothing that is still to come', () => {
    for (const claim of claims) {
      for (const moment of [claim.proposed_at, claim.decided_at, claim.state_since]) {
        if (moment !== null) expect(day(moment) <= today).toBe(true);
      }
      expect(claim.decided_at === null || String(claim.decided_at) > String(claim.proposed_at)).toBe(true);
    }
    for (const { adopted_on } of tables.budget_version) expect(String(adopted_on) <= today).toBe(true);
  });

  it('leaves a few amounts waiting, the oldest about eleven days', () => {
    const ages = inState('submitted').map(({ proposed_at }) => daysBetween(day(proposed_at), today));
    expect(ages.length).toBeGreaterThanOrEqual(3);
    expect(ages.length).toBeLessThan(25);
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(11);
    expect(Math.max(...ages)).toBeLessThanOrEqual(12);
  });

  it('disputes two gains and says which test they failed, and why', () => {
    const disputed = inState('disputed');
    expect(new Set(disputed.map(({ benefit_id }) => benefit_id)).size).toBe(2);
    for (const { reason, assurance, checklist } of disputed) {
      expect(String(reason).length).toBeGreaterThan(20);
      expect(assurance).toBe('red');
      expect(Object.values(JSON.parse(String(checklist)) as object)).toContain('failed');
    }
  });

  it('corrects one amount and takes one back after their month was closed', () => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const later = inState('approved').filter(({ corrects_claim_id }) => corrects_claim_id !== null);
    const [corrections, reversals] = [true, false].map((isCorrection) =>
      later.filter(({ reverses_entry_id }) => (reverses_entry_id === null) === isCorrection),
    );
    expect([corrections?.length, reversals?.length]).toEqual([1, 1]);
    for (const claim of later) {
      const former = byId.get(claim.corrects_claim_id);
      expect(former?.state).toBe('approved');
      const closing = closedMonths.find(({ month }) => month === former?.month_to);
      expect(String(closing?.closedAt) < String(claim.decided_at)).toBe(true);
    }
    const [reversal] = reversals ?? [];
    expect(reversal?.amount_minor).toBe(-BigInt(String(byId.get(reversal?.reverses_entry_id ?? '')?.amount_minor)));
  });

  it('says what freed hours are used for, and keeps them on the first rung', () => {
    const hours = claims.filter((claim) => benefitOf(claim).class === 'capacity' && benefitOf(claim).polarity === 1);
    expect(hours.length).toBeGreaterThan(0);
    for (const claim of hours) {
      expect(claim.rung).toBe(1);
      expect(benefitOf(claim).hours_used_for).not.toBeNull();
    }
    expect(claims.some((claim) => benefitOf(claim).polarity === -1)).toBe(true);
  });
});

describe('random portfolios', () => {
  it('have accounts, and no ladder', () => {
    const [rows] = generatePortfolio({
      seed: 'hoest',
      referenceDate: TODAY,
      kind: 'random',
      initiatives: 8,
      benefits: 4,
      months: 3,
    });
    const money = rows?.tables.benefit.filter(({ monetised }) => monetised) ?? [];
    expect(money.length).toBe(24);
    for (const { account } of money) expect(account).not.toBeNull();
    expect([rows?.tables.finance_claim.length, rows?.closedMonths.length]).toEqual([0, 0]);
  });
});
