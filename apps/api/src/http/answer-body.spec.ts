import { defineRoute, minor, page, version } from '@hoest/contracts';
import * as z from 'zod';
import { answerBody, AnswerMismatch, etagOf, toJson } from './answer-body';

const row = z.object({ amount: minor, when: z.iso.datetime(), note: z.string().nullable(), version });
const common = { method: 'GET', path: '/x', area: 'x', summary: 'x', permission: 'signed_in' } as const;

describe('answerBody', () => {
  it('writes amounts as digits and instants as ISO, and drops what the contract does not list', () => {
    const route = defineRoute({ ...common, id: 'x', response: page(row) });
    const item = { amount: 9_007_199_254_740_993n, when: new Date(0), note: null, version: 1, organisationId: 7 };
    expect(answerBody(route, { items: [item], nextCursor: null, total: 1 })).toEqual({
      items: [{ amount: '9007199254740993', when: '1970-01-01T00:00:00.000Z', note: null, version: 1 }],
      nextCursor: null,
      total: 1,
    });
  });

  it('refuses to answer what does not fit the contract', () => {
    const route = defineRoute({ ...common, id: 'x', response: row });
    expect(() => answerBody(route, { amount: 1.5 })).toThrow(AnswerMismatch);
  });

  it('has no body where the contract has none', () => {
    expect(answerBody(defineRoute({ ...common, id: 'x', response: z.void() }), { secret: 1 })).toBeUndefined();
  });

  it('leaves absent fields absent', () => {
    expect(toJson({ a: undefined, b: null, c: [1n] })).toEqual({ b: null, c: ['1'] });
  });

  it('makes the ETag of the version', () => {
    expect(etagOf({ version: 4 })).toBe('"4"');
    expect([etagOf({}), etagOf(undefined), etagOf([1])]).toEqual([null, null, null]);
  });
});
