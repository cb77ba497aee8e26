import { claimsOf, faultsByItem } from './claims-of';

describe('the report of several amounts', () => {
  const details = {
    budgetVersionId: 'v',
    account: '5.30',
    postingRef: 'B-1',
    accountsRef: 'R-2026',
    comment: 'jf. sag',
  };
  const of = (rung: 'quality_assured' | 'budgeted' | 'taken_out' | 'confirmed', priceYear: number | null = null) =>
    claimsOf([{ benefitId: 'b', rung, year: 2026, amountMinor: -5n }], details, priceYear)[0];

  it('says of each what its rung asks for, and no more', () => {
    expect(of('quality_assured')).toEqual({
      benefitId: 'b',
      rung: 'quality_assured',
      year: 2026,
      amountMinor: '-5',
      comment: 'jf. sag',
    });
    expect(of('budgeted')).toMatchObject({ budgetVersionId: 'v' });
    expect(of('budgeted')).not.toHaveProperty('account');
    expect(of('taken_out')).toMatchObject({ account: '5.30', postingRef: 'B-1' });
    expect(of('taken_out')).not.toHaveProperty('accountsRef');
    expect(of('confirmed')).toMatchObject({ account: '5.30', postingRef: 'B-1', accountsRef: 'R-2026' });
  });

  it('names the year of the prices the amounts were typed in', () => {
    expect(of('confirmed', 2025)).toHaveProperty('priceYear', 2025);
    expect(of('confirmed')).not.toHaveProperty('priceYear');
  });

  it('finds the amount a fault belongs to', () => {
    const fault = (pointer: string) => ({ pointer, code: 'x', detail: pointer });
    expect(
      faultsByItem([fault('/items/1/postingRef'), fault('/items/1/account'), fault('/items/12'), fault('/other')]),
    ).toEqual(
      new Map([
        [
          1,
          [
            { field: 'postingRef', detail: '/items/1/postingRef' },
            { field: 'account', detail: '/items/1/account' },
          ],
        ],
        [12, [{ field: '', detail: '/items/12' }]],
      ]),
    );
  });
});
