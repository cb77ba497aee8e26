import { claimRoutes } from '@hoest/contracts';
import { askedByAll, detailsOf, inputOf, type ReportDraft, rungsFor } from './report-draft';

const draft: ReportDraft = {
  rung: 'taken_out',
  year: 2026,
  monthFrom: null,
  monthTo: null,
  amountMinor: '188000000',
  account: ' 5.30.29 ',
  costCentre: '',
  budgetVersionId: 'ignored',
  postingRef: 'B-2026-118',
  accountsRef: 'ignored',
  evidenceKind: 'system_extract',
  scopeReduction: false,
  comment: '',
};

describe('an amount to be reported', () => {
  it('sends what its rung asks for and nothing else', () => {
    expect(inputOf(draft)).toEqual({
      year: 2026,
      rung: 'taken_out',
      amountMinor: '188000000',
      account: '5.30.29',
      costCentre: null,
      postingRef: 'B-2026-118',
      evidenceKind: 'system_extract',
      scopeReduction: false,
      comment: '',
    });
    expect(inputOf({ ...draft, rung: 'quality_assured' })).not.toHaveProperty('account');
  });

  it('is about the whole year unless a month is named, from or to it', () => {
    expect(inputOf({ ...draft, monthFrom: 7 })).toMatchObject({ monthFrom: '2026-07-01', monthTo: '2026-12-01' });
    expect(inputOf({ ...draft, monthTo: 3 })).toMatchObject({ monthFrom: '2026-01-01', monthTo: '2026-03-01' });
    expect(inputOf({ ...draft, monthFrom: 10, monthTo: 10 })).toMatchObject({
      monthFrom: '2026-10-01',
      monthTo: '2026-10-01',
    });
  });

  it('is taken by the contract', () => {
    const items = [{ benefitId: '0d1f1f0e-3a5c-4c55-9f6e-5b8f0a7a1c11', ...inputOf({ ...draft, monthFrom: 7 }) }];
    expect(claimRoutes.reportClaims.body?.safeParse({ items }).success).toBe(true);
  });

  it('never leaves the first rung for a class that is not in a budget', () => {
    expect(rungsFor('capacity')).toEqual(['quality_assured']);
    expect(rungsFor('income')).toHaveLength(4);
    expect(rungsFor(undefined)).toHaveLength(4);
  });

  it('asks once for what any of several amounts needs, and for an account only where a benefit names none', () => {
    const line = (rung: ReportDraft['rung'], hasAccount = true) => ({ difference: { rung }, hasAccount });
    expect(askedByAll([line('quality_assured'), line('budgeted', false)])).toEqual({
      account: false,
      accountMissing: false,
      budgetVersion: true,
      postingRef: false,
      accountsRef: false,
    });
    expect(askedByAll([line('confirmed'), line('taken_out', false)])).toMatchObject({
      accountMissing: true,
      budgetVersion: false,
      accountsRef: true,
    });
    expect(askedByAll([line('confirmed')])).toMatchObject({ account: true, accountMissing: false });
  });

  it('says nothing of several amounts where a field is empty', () => {
    expect(detailsOf({ ...draft, budgetVersionId: null, accountsRef: ' ' })).toEqual({
      account: '5.30.29',
      postingRef: 'B-2026-118',
      evidenceKind: 'system_extract',
    });
  });
});
