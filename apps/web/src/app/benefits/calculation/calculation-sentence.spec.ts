import { calculate, type Calculator } from '@hoest/benefits';
import { formatMinor, formatNumber, formatPercent, type Language } from '@hoest/quantities';
import { calculationSentence, type SentenceFormat, shownAmount, unitParts } from './calculation-sentence';

const formatIn = (language: Language): SentenceFormat => ({
  language,
  number: (value) => formatNumber(value, language),
  percent: (ratio) => formatPercent(ratio, language),
  money: (minor) => formatMinor(minor, 'DKK', language, { showMinor: !minor.endsWith('00') }),
});

function sentence(
  calculator: Calculator,
  drivers: Record<string, string>,
  { unit = '', attribution = '1', language = 'da' as Language } = {},
) {
  const result = calculate(calculator, drivers, { attribution, measureUnit: unit });
  if (result.kind !== 'calculated') throw new Error('not calculated');
  const made = calculationSentence(calculator, result, unit, formatIn(language));
  return { ...made, expression: made.expression.replace(/\u00a0/g, ' ') };
}

describe('a calculation as a sentence', () => {
  it('reads like the mockup: a difference in brackets, units in words, attribution last', () => {
    const drivers = { unitBefore: '412', unitNow: '60', volume: '52', rateMinor: '20600' };
    expect(sentence('unit_saving', drivers, { unit: 'ture/uge', attribution: '0.9' })).toEqual({
      expression: '(412 − 60) ture × 52 uger × 206 kr. × 90 %',
      resultMinor: 339_356_160n,
      beforeAttributionMinor: 377_062_400n,
    });
  });

  it('counts hours of a measure in minutes', () => {
    const drivers = { unitBefore: '45', unitNow: '30', volume: '10000', rateMinor: '35000' };
    expect(sentence('unit_saving', drivers, { unit: 'min.' }).expression).toBe(
      '(45 − 30) min. × 10.000 ÷ 60 × 350 kr./time',
    );
  });

  it('says time saved with its cases, minutes and adoption', () => {
    const drivers = { volume: '12000', minutes: '8', adoption: '0.75', rateMinor: '35000' };
    const saved = sentence('time_saved', drivers, { attribution: '0.8' });
    expect(saved).toEqual({
      expression: '12.000 sager × 8 min. ÷ 60 × 75 % × 350 kr./time × 80 %',
      resultMinor: 33_600_000n,
      beforeAttributionMinor: 42_000_000n,
    });
    expect(sentence('time_saved', drivers, { language: 'en' }).expression).toBe(
      '12,000 cases × 8 min ÷ 60 × 75% × DKK 350/hour',
    );
  });

  it('keeps simple ones simple', () => {
    expect(sentence('quantity_price', { quantity: '14000', unitPriceMinor: '1250' })).toEqual({
      expression: '14.000 × 12,50 kr.',
      resultMinor: 17_500_000n,
      beforeAttributionMinor: null,
    });
    expect(sentence('amount', { amountMinor: '12000000' }).expression).toBe('120.000 kr.');
  });
});

describe('units and amounts of a sentence', () => {
  it('takes a unit apart at its stroke', () => {
    expect(unitParts('ture/uge')).toEqual({ counted: 'ture', per: { da: 'uger', en: 'weeks' } });
    expect(unitParts('km / pendler')).toEqual({ counted: 'km', per: { da: 'pendler', en: 'pendler' } });
    expect(unitParts('dage')).toEqual({ counted: 'dage', per: undefined });
  });

  it('rounds large amounts to thousands for display only, half to even', () => {
    expect(shownAmount(339_356_160n)).toEqual({ minor: 339_400_000n, rounded: true });
    expect(shownAmount(12_000_000n)).toEqual({ minor: 12_000_000n, rounded: false });
    expect(shownAmount(9_999_999n)).toEqual({ minor: 9_999_999n, rounded: false });
  });
});
