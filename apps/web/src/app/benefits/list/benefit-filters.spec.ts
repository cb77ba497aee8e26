import { convertToParamMap } from '@angular/router';
import { listQueryOf, narrowing, readView, viewParams, without } from './benefit-filters';

const ME = '01976f00-0000-7000-8000-000000000001';
const view = (params: Record<string, string>) => readView(convertToParamMap(params));

describe('view of the benefit list', () => {
  it('survives the way through the address', () => {
    const address = {
      'filter[state]': 'approved,in_realisation',
      'filter[overdue]': 'true',
      'filter[mine]': 'true',
      'filter[ownerId]': ME,
      sort: '-value',
      q: 'kørsel',
    };
    const set = Object.entries(viewParams(view(address))).filter(([, value]) => value !== null);
    expect(Object.fromEntries(set)).toEqual(address);
  });

  it('says nothing in the address about what is the default', () => {
    expect(Object.values(viewParams(view({}))).every((value) => value === null)).toBe(true);
  });

  it('leaves out what it does not know, so that an old link still opens', () => {
    expect(view({ 'filter[state]': 'gone,approved', 'filter[ownerId]': 'x', sort: 'colour' })).toEqual({
      filters: { state: ['approved'] },
      sort: 'title',
      descending: false,
      q: '',
    });
  });

  it('asks the api for exactly what the address says, in the chosen unit', () => {
    expect(listQueryOf(view({ 'filter[class]': 'income', sort: '-latestOn', q: 'x' }), ME, 50)).toEqual({
      limit: 50,
      sort: '-latestOn',
      q: 'x',
      'filter[unitId]': ME,
      'filter[class]': 'income',
    });
  });

  it('drops one filter and keeps the others', () => {
    const both = view({ 'filter[state]': 'closed', 'filter[class]': 'income', q: 'x' });
    expect(narrowing(both)).toEqual(['state', 'class', 'q']);
    expect(narrowing(without(both, 'state'))).toEqual(['class', 'q']);
    expect(narrowing(without(both, 'q'))).toEqual(['state', 'class']);
  });
});
