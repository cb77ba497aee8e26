import { claimFaults } from './claim-faults';
import { RUNGS } from './ladder';

const claim = {
  benefitClass: 'cash_releasing',
  rung: 'confirmed' as const,
  year: 2026,
  evidenceKind: 'system_extract',
  account: '5.30.29 40115',
  postingRef: 'B-2026-118',
  accountsRef: 'Regnskab 2026',
  budgetYear: 2026,
};

describe('claim on a rung', () => {
  it('is taken when nothing is missing', () => expect(claimFaults(claim)).toEqual([]));

  it.each(['capacity', 'quality', 'cost_avoidance', 'climate'])(
    'never leaves rung 1 for the class %s',
    (benefitClass) => {
      expect(claimFaults({ ...claim, benefitClass, rung: 'budgeted' })).toContain('class_stays_below_budget');
      expect(claimFaults({ ...claim, benefitClass, rung: 'quality_assured' })).toEqual([]);
    },
  );

  it('keeps 336,000 kr. of freed time at 0 kr. of cash (F7): no rung above the first takes it', () => {
    const capacity = { ...claim, benefitClass: 'capacity' };
    expect(RUNGS.filter((rung) => !claimFaults({ ...capacity, rung }).includes('class_stays_below_budget'))).toEqual([
      'quality_assured',
    ]);
  });

  it('does not take an estimate for evidence above rung 1', () => {
    expect(claimFaults({ ...claim, evidenceKind: 'estimate', rung: 'quality_assured' })).toEqual([]);
    expect(claimFaults({ ...claim, evidenceKind: 'estimate', rung: 'budgeted' })).toEqual(['estimate_is_no_evidence']);
  });

  it.each([
    [2025, 'budget_version_other_years'],
    [2026, undefined],
    [2029, undefined],
    [2030, 'budget_version_other_years'],
  ])('enters the year %i in budget 2026 or its three estimate years only', (year, fault) => {
    expect(claimFaults({ ...claim, rung: 'budgeted', year })[0]).toBe(fault);
  });

  it('asks for account and voucher when money is taken out, for the accounts when it is confirmed', () => {
    expect(claimFaults({ ...claim, rung: 'taken_out', account: null, postingRef: '' })).toEqual([
      'account_missing',
      'posting_ref_missing',
    ]);
    expect(claimFaults({ ...claim, accountsRef: null })).toEqual(['accounts_ref_missing']);
    expect(claimFaults({ ...claim, rung: 'budgeted', budgetYear: null })).toEqual(['budget_version_missing']);
  });
});
