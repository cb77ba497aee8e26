import fc from 'fast-check';
import { Decimal } from './decimal';
import { formatNumber } from './format';
import { readMoney } from './read-money';
import { type DecimalSign, proposeDecimalSign, readNumber, unitFactor } from './read-number';

const read = (text: string, decimal: DecimalSign) => readNumber(text, { decimal });

describe('reading numbers', () => {
  it.each<[string, DecimalSign, string, string?, string?]>([
    ['1.250,50', 'comma', '1250.5'],
    ['1,250.50', 'point', '1250.5'],
    ['1 250,5', 'comma', '1250.5'],
    ['1\u00a0250,5', 'comma', '1250.5'],
    ["1'250.5", 'point', '1250.5'],
    ['1250', 'comma', '1250'],
    ['1.250', 'comma', '1250'],
    ['1.250', 'point', '1.25'],
    ['1,2 mio.', 'comma', '1.2', 'million'],
    ['1,2 mio. kr.', 'comma', '1.2', 'million', 'kr'],
    ['mio. kr. 3,5', 'comma', '3.5', 'million', 'kr'],
    ['1200 t.kr.', 'comma', '1200', 'thousand', 'kr'],
    ['12 tkr', 'comma', '12', 'thousand', 'kr'],
    ['2 mia. kr.', 'comma', '2', 'billion', 'kr'],
    ['£3.4m', 'point', '3.4', 'million', 'GBP'],
    ['€ 3.4bn', 'point', '3.4', 'billion', 'EUR'],
    ['$6,279,429', 'point', '6279429', undefined, '$'],
    ['DKK 1.000', 'comma', '1000', undefined, 'DKK'],
    ['kr.1.200', 'comma', '1200', undefined, 'kr'],
    ['1.200,-', 'comma', '1200'],
    ['1.200,- kr.', 'comma', '1200', undefined, 'kr'],
    ['−5', 'comma', '-5'],
    ['-5', 'auto', '-5'],
    ['+5', 'auto', '5'],
    ['(1.234)', 'comma', '-1234'],
    ['USD (1,234)', 'point', '-1234', undefined, 'USD'],
    ['1.234-', 'comma', '-1234'],
    ['-$1,234', 'point', '-1234', undefined, '$'],
    ['-0', 'auto', '0'],
    ['12 %', 'comma', '12', 'percent'],
    ['12,5 pct.', 'comma', '12.5', 'percent'],
    ['1,2E+06', 'comma', '1200000'],
    ['.5', 'point', '0.5'],
    ['0,250', 'auto', '0.25'],
    ['1.250,50', 'auto', '1250.5'],
    ['1,234,567', 'auto', '1234567'],
    ['2,24', 'auto', '2.24'],
    ['471818.00', 'auto', '471818'],
  ])('"%s" with %s is %s', (text, decimal, value, ...[unit, currency]) => {
    expect(read(text, decimal)).toEqual({
      kind: 'number',
      value,
      ...(unit && { unit }),
      ...(currency && { currency }),
    });
  });

  it.each(['', '   ', '\u00a0'])('a blank ("%s") is empty, never 0', (text) => {
    expect(read(text, 'comma')).toEqual({ kind: 'empty' });
  });

  it('says when two readings are possible', () => {
    expect(read('1.250', 'auto')).toEqual({ kind: 'ambiguous', readings: ['1250', '1.25'] });
    expect(read('(1,250)', 'auto')).toEqual({ kind: 'ambiguous', readings: ['-1.25', '-1250'] });
  });

  it.each<[string, DecimalSign, string]>([
    ['2o6,00', 'comma', '206,00'],
    ['2O6.00', 'point', '206.00'],
    ['l2', 'comma', '12'],
    ['1.25', 'comma', '1,25'],
    ['1,250.50', 'comma', '1250,50'],
    ['1.250,50', 'point', '1250.50'],
    ['£3.4m', 'comma', '£3,4m'],
  ])('"%s" with %s is no number; "%s" is suggested', (text, decimal, suggestion) => {
    expect(read(text, decimal)).toEqual({ kind: 'not-a-number', suggestion });
  });

  it.each([
    '-',
    '–',
    'TBD',
    'Exempt under Section 43 of the Freedom of Information Act 2000',
    'Early planning GMPP project',
    '12 stk',
    '12 t',
    '12 m',
    '1 2',
    '1.2.3',
    '12,3,4',
    '--5',
    '(-5)',
    '5 kr DKK',
    '1,2 mio. t.kr.',
    '2023-24',
    '123456789012345678901234567890123456',
    'o',
  ])('"%s" is no number and nothing is guessed', (text) => {
    for (const decimal of ['comma', 'point', 'auto'] as const) expect(read(text, decimal).kind).toBe('not-a-number');
  });

  it('reads back what is written, in both languages', () => {
    const number = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, scale]) => new Decimal(digits.toString()).dividedBy(new Decimal(10).pow(scale)));
    fc.assert(
      fc.property(
        number,
        fc.constantFrom<['da' | 'en', DecimalSign]>(['da', 'comma'], ['en', 'point']),
        (value, [language, decimal]) => {
          const reading = read(formatNumber(value, language, { maxDecimals: 6 }), decimal);
          expect(reading).toEqual({ kind: 'number', value: value.toFixed() });
        },
      ),
    );
  });

  it('never fails, and every suggestion can be read', () => {
    const alphabet = fc.string({ unit: fc.constantFrom(...'0123456789oOlI.,-−()% kr.mio£$e '), maxLength: 14 });
    fc.assert(
      fc.property(alphabet, fc.constantFrom<DecimalSign>('comma', 'point', 'auto'), (text, decimal) => {
        const reading = read(text, decimal);
        if (reading.kind === 'number') return new Decimal(reading.value).isFinite();
        if (reading.kind === 'not-a-number' && reading.suggestion)
          return read(reading.suggestion, decimal).kind === 'number';
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  it('knows what a unit is worth', () => {
    expect(unitFactor('thousand').toNumber()).toBe(1000);
    expect(unitFactor('percent').toString()).toBe('0.01');
  });
});

describe('the decimal sign of a column', () => {
  it('follows the cells that can be read in one way only', () => {
    expect(proposeDecimalSign(['1,2', '0,0', '29,6', ''])).toBe('comma');
    expect(proposeDecimalSign(['$6,279,429', '1,250', '-30.69'])).toBe('point');
    expect(proposeDecimalSign(['0,250', '1.250'])).toBe('comma');
  });

  it('stays open when nothing decides or cells contradict each other', () => {
    expect(proposeDecimalSign(['1.250', '12', 'TBD'])).toBe('auto');
    expect(proposeDecimalSign(['1,2', '1.2'])).toBe('auto');
  });
});

describe('reading money', () => {
  it.each<[string, Parameters<typeof readMoney>[1], bigint]>([
    ['1,2 mio. kr.', { decimal: 'comma' }, 120_000_000n],
    ['1.250,50', { decimal: 'comma' }, 125_050n],
    ['-30.69', { decimal: 'point', currency: 'GBP', unit: 'million' }, -3_069_000_000n],
    ['500 kr.', { decimal: 'comma', unit: 'thousand' }, 50_000_000n],
    ['200 t.kr.', { decimal: 'comma', unit: 'million' }, 20_000_000n],
    ['12', { decimal: 'auto', currency: 'ISK' }, 12n],
    ['0', { decimal: 'auto' }, 0n],
  ])('"%s" with %j is %s minor units', (text, options, minor) => {
    expect(readMoney(text, options)).toMatchObject({ kind: 'money', minor, rounded: false });
  });

  it('rounds half to even what is finer than the minor unit, and says so', () => {
    expect(readMoney('0,125', { decimal: 'comma' })).toEqual({ kind: 'money', minor: 12n, rounded: true });
  });

  it('passes on what is no amount', () => {
    expect(readMoney('12 %', { decimal: 'comma' })).toEqual({ kind: 'not-a-number' });
    expect(readMoney('', { decimal: 'comma' })).toEqual({ kind: 'empty' });
    expect(readMoney('2o6,00', { decimal: 'comma' })).toEqual({ kind: 'not-a-number', suggestion: '206,00' });
    expect(readMoney('£5', { decimal: 'comma' })).toMatchObject({ minor: 500n, currency: 'GBP' });
  });
});
