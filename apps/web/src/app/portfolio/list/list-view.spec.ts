import type { InitiativeSummary } from '@hoest/contracts';
import { linesOf, queryOf, readListView, writeListView } from './list-view';

const read = (text: string) => {
  const query = new URLSearchParams(text);
  return readListView((name) => query.get(name));
};

describe('the view of the portfolio list', () => {
  it('says itself in the address and is read from it again', () => {
    const view = read('q=lås&tab=all&phase=executing,idea&sort=-cost&group=none');
    expect(view).toMatchObject({
      q: 'lås',
      tab: 'all',
      phases: ['idea', 'executing'],
      sort: 'cost',
      descending: true,
      grouped: false,
    });
    const written = new URLSearchParams(
      Object.entries(writeListView(view)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
    expect(read(written.toString())).toEqual(view);
  });

  it('leaves out words it does not know', () => {
    expect(read('tab=secret&phase=nonsense,idea&sort=password')).toMatchObject({
      tab: 'active',
      phases: ['idea'],
      sort: 'title',
    });
  });

  it('asks the api for administrations first when it is grouped', () => {
    const query = queryOf(read('sort=-benefit'), { unitId: 'u1', personId: 'p1' });
    expect(query).toMatchObject({
      sort: 'administrationName,-benefit',
      'filter[unitId]': 'u1',
      'filter[managerId]': undefined,
    });
    expect(queryOf(read('tab=mine'), { unitId: undefined, personId: 'p1' })['filter[managerId]']).toBe('p1');
  });

  it('adds up groups in the organisation’s currency only, and tells nothing stated from zero', () => {
    const item = (over: Partial<InitiativeSummary>) =>
      ({
        administrationId: 'a',
        administrationName: 'A',
        currency: 'DKK',
        costMinor: null,
        benefitMinor: null,
        ...over,
      }) as InitiativeSummary;
    const lines = linesOf(
      [item({ costMinor: '100' }), item({ costMinor: '50', currency: 'GBP' }), item({ administrationId: 'b' })],
      true,
      'DKK',
    );
    expect(lines.filter((line) => line.kind === 'group')).toMatchObject([
      { id: 'a', count: 2, cost: 100n, benefit: null },
      { id: 'b', count: 1, cost: null },
    ]);
  });
});
