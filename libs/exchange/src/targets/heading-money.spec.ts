import { moneyName, readStatedMoney } from './heading-money';

describe('what a heading says about amounts', () => {
  it.each([
    ['TOTAL Baseline Benefits (£m)', { scale: 'million', currency: 'GBP' }],
    ['Investeringer - Service (mio. kr.)', { scale: 'million', currency: 'kr' }],
    ['Udgift i t.kr.', { scale: 'thousand', currency: 'kr' }],
    ['Udgift (tkr.)', { scale: 'thousand', currency: 'kr' }],
    ['Beløb i 1.000 kr.', { scale: 'thousand', currency: 'kr' }],
    ['Budget (mDKK)', { scale: 'million', currency: 'DKK' }],
    ['Cost ($000)', { scale: 'thousand', currency: '$' }],
    ['Cost in US$ millions', { scale: 'million', currency: '$' }],
    ['Cost (€bn)', { scale: 'billion', currency: 'EUR' }],
    ['Samlet udgift, mia. kr.', { scale: 'billion', currency: 'kr' }],
    ['Udgift 2026', { year: 2026 }],
    ['B2027 (kr.)', { year: 2027, currency: 'kr' }],
    ['mio. kr. i 2020 p/l', { scale: 'million', currency: 'kr', priceYear: 2020 }],
    ['Udgift 2026 (t.kr., 2024-priser)', { scale: 'thousand', currency: 'kr', year: 2026, priceYear: 2024 }],
    ['Total budget', {}],
    ['Time (months)', {}],
  ])('%j', (heading, expected) => {
    expect(readStatedMoney(heading)).toEqual({ ...expected, splitYear: false });
  });

  it('takes a fiscal year over two calendar years for no year', () => {
    expect(readStatedMoney('Budget 2023/24 (£m)')).toEqual({ scale: 'million', currency: 'GBP', splitYear: true });
  });

  it('is left out of the name', () => {
    expect(moneyName('Investeringer - Service (mio. kr.)')).toBe('Investeringer - Service');
    expect(moneyName('TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)')).toBe(
      'TOTAL Baseline Whole Life Costs',
    );
    expect(moneyName('Udgift, mio. kr. 2020 p/l')).toBe('Udgift');
    expect(moneyName('totalBudget')).toBe('totalBudget');
  });
});
