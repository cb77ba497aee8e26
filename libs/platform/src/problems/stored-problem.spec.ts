import type { ProblemError } from './problem';
import { fieldRefused } from './problem';
import { problemBody } from './problem-body';
import { restoreProblem, storeProblem } from './stored-problem';

const context = { instance: '/api/v1/jobs/1', requestId: 'r1' };
const roundTrip = (error: ProblemError) => restoreProblem(JSON.parse(JSON.stringify(storeProblem(error))));

describe('a problem that a job keeps', () => {
  it.each(['da', 'en'] as const)('reads the same in %s after having been stored', (language) => {
    const problem = fieldRefused(
      '/rows/3',
      'missing_title',
      { da: 'Titlen mangler.', en: 'The title is missing.' },
      { line: 3 },
    );
    const restored = roundTrip(problem);
    if (!restored) throw new Error('Nothing was restored');
    expect(problemBody(restored, { ...context, language })).toEqual(problemBody(problem, { ...context, language }));
  });

  it('is an internal fault when its code is no longer known, and nothing when there was none', () => {
    expect(restoreProblem({ code: 'from_last_year' })?.code).toBe('internal');
    expect(restoreProblem(null)).toBeNull();
  });
});
