import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../api/api-problem';
import { UnexpectedErrors } from './unexpected';

describe('an error that nobody caught', () => {
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => jest.restoreAllMocks());

  const kind = (error: unknown) => {
    const errors = TestBed.inject(UnexpectedErrors);
    errors.handleError(error);
    return errors.latest()?.kind;
  };
  const problem = new ApiProblem({
    type: '',
    title: 'Der skete en fejl hos os',
    status: 500,
    detail: '',
    instance: '',
    code: 'internal',
    requestId: 'r',
  });

  it('is told as the problem it is', () => expect(kind(problem)).toBe('problem'));
  it('is told as the problem inside a rejected promise', () =>
    expect(kind(Object.assign(new Error('x'), { rejection: problem }))).toBe('problem'));
  it('means a new version when a part of the page is gone', () =>
    expect(kind(new TypeError('Failed to fetch dynamically imported module: /chunk-a.js'))).toBe('newVersion'));
  it('is a fault of the page otherwise', () => expect(kind(new Error('x is undefined'))).toBe('fault'));
  it('goes away when dismissed', () => {
    const errors = TestBed.inject(UnexpectedErrors);
    errors.handleError(problem);
    errors.dismiss();
    expect(errors.latest()).toBeUndefined();
  });
});
