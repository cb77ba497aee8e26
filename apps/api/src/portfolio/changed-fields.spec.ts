import { changedFields } from './changed-fields';

describe('changed fields', () => {
  it('leaves out what is left out and what is so already', () => {
    const row = { title: 'X', tags: ['a'], amount: 5n as bigint | null, note: null as string | null };
    expect(changedFields(row, { title: 'X', tags: ['a'], amount: 5n, note: null })).toEqual({});
    expect(changedFields(row, { title: undefined, tags: ['b'], amount: null, note: '' })).toEqual({
      tags: ['b'],
      amount: null,
      note: '',
    });
  });
});
