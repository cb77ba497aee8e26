import { parseStrictQuery } from './strict-query';

describe('parseStrictQuery', () => {
  it('reads names with brackets, encoded or not', () => {
    expect(parseStrictQuery('/people?filter[unitId]=a,b&filter%5Bactive%5D=true&q=%C3%A5').values).toEqual({
      'filter[unitId]': 'a,b',
      'filter[active]': 'true',
      q: 'å',
    });
  });

  it('has nothing to read without a query', () => {
    expect(parseStrictQuery('/people')).toEqual({ values: {}, faults: [] });
  });

  it('names what is given twice, and keeps the first', () => {
    const { values, faults } = parseStrictQuery('/people?limit=1&limit=2');
    expect(values).toEqual({ limit: '1' });
    expect(faults).toMatchObject([{ pointer: '/query/limit', code: 'repeated' }]);
  });

  it.each(['/x?__proto__=1', '/x?a=%00'])('refuses %s', (url) => {
    expect(parseStrictQuery(url).faults).toHaveLength(1);
  });
});
