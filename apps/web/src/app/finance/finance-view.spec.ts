import { ledgerQueryOf, readFinanceView, writeFinanceView } from './finance-view';

const read = (address: string) => {
  const params = new URLSearchParams(address);
  return readFinanceView((name) => params.get(name), 2026);
};

describe('the finance page’s address', () => {
  it('shows this year’s budget money in current prices at first sight', () => {
    expect(read('')).toEqual({
      year: 2026,
      priceLevel: 'current',
      priceYear: null,
      classes: 'cash',
      closed: null,
      behind: null,
      claim: null,
      inbox: null,
      amounts: null,
    });
  });

  it('is written and read alike', () => {
    const view = {
      ...read(''),
      year: 2025,
      priceLevel: 'fixed' as const,
      priceYear: 2024,
      classes: 'all' as const,
      closed: '2026-10-01',
      behind: 'notMeasured' as const,
      claim: '0d1f1f0e-3a5c-4c55-9f6e-5b8f0a7a1c11',
      inbox: 'mine' as const,
      amounts: 'thousand' as const,
    };
    const address = new URLSearchParams(
      Object.entries(writeFinanceView(view)).flatMap(([name, value]) => (value === null ? [] : [[name, `${value}`]])),
    );
    expect(address.get('closed')).toBe('2026-10');
    expect(read(address.toString())).toEqual(view);
  });

  it('takes what it cannot read for not said', () => {
    expect(read('year=26&prices=old&closed=2026-13&behind=lost&claim=1&inbox=x&amounts=whole')).toEqual(read(''));
  });

  it('takes away what is as at first sight', () => {
    expect(writeFinanceView({ priceLevel: 'current', classes: 'cash', closed: null, behind: null })).toEqual({
      prices: null,
      classes: null,
      closed: null,
      behind: null,
    });
  });

  it('asks for a price year with fixed prices only', () => {
    expect(ledgerQueryOf(read('prices=fixed&priceYear=2024'), 'u')).toEqual({
      year: 2026,
      unitId: 'u',
      priceLevel: 'fixed',
      priceYear: 2024,
      classes: 'cash',
    });
    expect(ledgerQueryOf(read('priceYear=2024'), undefined)).not.toHaveProperty('priceYear');
  });
});
