import { fill } from './transpiler';

describe('fill', () => {
  it.each([
    ['Gemt {time}', { time: '14.31' }, 'da', 'Gemt 14.31'],
    ['{n} kr.', { n: 1234567 }, 'da', '1.234.567 kr.'],
    ['{n} kr.', { n: 1234567 }, 'en', '1,234,567 kr.'],
    ['{n, plural, one {# indsats} other {# indsatser}}', { n: 1 }, 'da', '1 indsats'],
    ['{n, plural, one {# indsats} other {# indsatser}} i alt', { n: 1200 }, 'da', '1.200 indsatser i alt'],
    ['{n, plural, =0 {ingen indsatser} one {# indsats} other {# indsatser}}', { n: 0 }, 'da', 'ingen indsatser'],
    ['{n, plural, one {# day} other {# days}} late', { n: 2 }, 'en', '2 days late'],
  ] as const)('%s', (text, params, language, expected) => {
    expect(fill(text, params, language)).toBe(expected);
  });

  it('leaves a place without a value as it is, so that the fault can be seen', () => {
    expect(fill('Gemt {time}', {}, 'da')).toBe('Gemt {time}');
  });
});
