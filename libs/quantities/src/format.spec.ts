import { formatDate, formatMinor, formatNumber, formatPercent, minorDigits } from './format';

/** Intl puts no-break spaces between number and word; the eye sees a space. */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('writing numbers', () => {
  it('follows the language, with a true minus', () => {
    expect(formatNumber('1234.5', 'da')).toBe('1.234,5');
    expect(formatNumber('1234.5', 'en')).toBe('1,234.5');
    expect(formatNumber('-1234.5', 'da')).toBe('\u22121.234,5');
    expect(formatNumber('-0.001', 'da')).toBe('0');
  });

  it('is exact beyond what a JS number holds', () => {
    expect(formatNumber('123456789012345678.25', 'da')).toBe('123.456.789.012.345.678,25');
  });

  it('rounds half to even, pads and signs as told', () => {
    expect(formatNumber('0.125', 'en', { maxDecimals: 2 })).toBe('0.12');
    expect(formatNumber(5, 'da', { minDecimals: 2 })).toBe('5,00');
    expect(formatNumber(5, 'da', { signed: true })).toBe('+5');
    expect(formatNumber(0, 'da', { signed: true })).toBe('0');
  });

  it('writes percentages', () => {
    expect(seen(formatPercent('0.125', 'da'))).toBe('12,5 %');
    expect(formatPercent('-0.125', 'en')).toBe('\u221212.5%');
  });

  it('refuses to write what is no number', () => expect(() => formatNumber(Infinity, 'da')).toThrow(RangeError));
});

describe('writing money', () => {
  it('follows the language and the currency', () => {
    expect(seen(formatMinor(-123456789n, 'DKK', 'da'))).toBe('\u22121.234.567,89 kr.');
    expect(seen(formatMinor('123456789', 'DKK', 'en'))).toBe('DKK 1,234,567.89');
    expect(formatMinor(123456789n, 'GBP', 'en')).toBe('£1,234,567.89');
  });

  it('can leave out øre and currency', () => {
    expect(seen(formatMinor(123456789n, 'DKK', 'da', { showMinor: false }))).toBe('1.234.568 kr.');
    expect(formatMinor(123456789n, 'DKK', 'da', { showMinor: false, showCurrency: false })).toBe('1.234.568');
    expect(formatMinor(123456789n, 'DKK', 'da', { showCurrency: false, signed: true })).toBe('+1.234.567,89');
  });

  it('scales to thousands and millions for tables whose head names the unit', () => {
    expect(formatMinor(123456789n, 'DKK', 'da', { scale: 'thousand' })).toBe('1.235');
    expect(formatMinor(123456789n, 'DKK', 'da', { scale: 'million' })).toBe('1,2');
    expect(formatMinor(123456789n, 'DKK', 'en', { scale: 'million', decimals: 3 })).toBe('1.235');
  });

  it('knows how many decimals a currency has', () => {
    expect([minorDigits('DKK'), minorDigits('ISK')]).toEqual([2, 0]);
    expect(formatMinor(12n, 'ISK', 'en', { showCurrency: false })).toBe('12');
  });
});

describe('writing dates', () => {
  it('follows the language', () => {
    expect(formatDate('2026-12-31', 'da')).toBe('31.12.2026');
    expect(formatDate('2026-12-31', 'en')).toBe('31 Dec 2026');
    expect(formatDate('2026-03-01', 'da', 'long-day')).toBe('1. marts 2026');
    expect(formatDate('2026-03-01', 'da', 'long-month')).toBe('marts 2026');
    expect(formatDate('2026-03-01', 'en', 'month')).toBe('Mar 2026');
  });
});
