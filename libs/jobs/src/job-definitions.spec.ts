import { JOB_NAMES, JOBS, readWish, sameness, UnreadableJob, type JobDefinition } from './job-definitions';

const SCOPE_ID = 'aaaaaaaa-0000-4000-8000-000000000001';
const payload = { organisationId: 7, scopeKind: 'initiative', scopeId: SCOPE_ID, requestId: 'r1' };

describe('job definitions', () => {
  it('carry nothing but ids, and tell equal wishes by fields they have', () => {
    for (const name of JOB_NAMES) {
      const { fields, sameWhen }: JobDefinition = JOBS[name];
      expect(Object.keys(fields)).toEqual(expect.arrayContaining([...sameWhen]));
      expect(sameWhen).not.toContain('requestId');
    }
  });

  it('read a wish from outside, dropping what is not defined', () => {
    expect(readWish('recalculate-scope', { ...payload, title: 'Digital post', sweep: 'x' })).toEqual({
      name: 'recalculate-scope',
      payload,
    });
  });

  it.each([
    ['no-such-job', payload],
    ['recalculate-scope', null],
    ['recalculate-scope', { ...payload, organisationId: '7' }],
    ['recalculate-scope', { ...payload, organisationId: 0 }],
    ['recalculate-scope', { ...payload, scopeId: "x' or 1=1" }],
    ['recalculate-scope', { ...payload, requestId: 'Åse Hansen kom forbi' }],
  ])('refuse %s with %j', (name, given) => {
    expect(() => readWish(name, given)).toThrow(UnreadableJob);
  });

  it('hold two wishes for the same whoever asked, and a sweep for another', () => {
    const wish = readWish('recalculate-scope', payload);
    expect(sameness(wish)).toBe(sameness(readWish('recalculate-scope', { ...payload, requestId: 'r2' })));
    expect(sameness(wish)).not.toBe(sameness({ ...wish, sweep: '1' }));
    expect(sameness(wish)).not.toContain(':');
  });
});
