import { HttpException } from '@nestjs/common';
import { InvalidCursor, RowNotFound } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import { QueryFailedError } from 'typeorm';
import { problemOf } from './problem-of';

const failed = (fields: object) => new QueryFailedError('select', [], Object.assign(new Error('failed'), fields));

describe('problemOf', () => {
  it.each([
    ['57014', 'busy'],
    ['55P03', 'busy'],
    ['53300', 'busy'],
    ['08006', 'busy'],
    ['57P01', 'busy'],
    ['40001', 'busy'],
    ['HA001', 'append_only'],
    ['23505', 'duplicate'],
    ['23514', 'rule_refused'],
    ['22003', 'rule_refused'],
    ['42P01', 'internal'],
  ])('SQLSTATE %s is %s', (code, problem) => {
    expect(problemOf(failed({ code })).code).toBe(problem);
  });

  it('names the field of a reference that does not exist, without the organisation', () => {
    const detail = 'Key is not present in table "goal".';
    const constraint = 'initiative_organisation_id_primary_goal_id_fkey';
    const problem = problemOf(failed({ code: '23503', detail, constraint }));
    expect([problem.code, problem.faults[0]?.pointer]).toEqual(['rule_refused', '/primaryGoalId']);
  });

  it('names the field of a value that another row has', () => {
    const problem = problemOf(failed({ code: '23505', constraint: 'unit_organisation_id_code_key' }));
    expect([problem.code, problem.faults[0]?.pointer]).toEqual(['duplicate', '/code']);
    expect(problemOf(failed({ code: '23505', constraint: 'unknown' })).faults).toEqual([]);
  });

  it('says that something is still in use', () => {
    const detail = 'Key is still referenced from table "initiative".';
    expect(problemOf(failed({ code: '23503', detail })).code).toBe('conflict');
  });

  it.each([
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'busy'],
    [new Error('timeout exceeded when trying to connect'), 'busy'],
    [new Error('Connection terminated unexpectedly'), 'busy'],
    [new RowNotFound('unit'), 'not_found'],
    [new InvalidCursor(), 'invalid'],
    [new HttpException('x', 413), 'too_large'],
    [new HttpException('x', 415), 'unsupported_media'],
    [new HttpException('x', 400), 'malformed'],
    [new TypeError('x is undefined'), 'internal'],
    ['thrown text', 'internal'],
  ])('%s is %s', (error, problem) => {
    expect(problemOf(error).code).toBe(problem);
  });

  it('leaves a problem as it is, also one that Fastify wrapped', () => {
    const problem = new ProblemError('malformed');
    expect(problemOf(problem)).toBe(problem);
    expect(problemOf(new HttpException('x', 400, { cause: problem }))).toBe(problem);
  });
});
