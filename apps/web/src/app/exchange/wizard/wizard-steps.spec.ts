import { IMPORT_STATES } from '@hoest/contracts';
import { buildImport } from '../build-import';
import { isDone, isReachable, openQuestions, shownStep, stepOf } from './wizard-steps';

describe('steps of the wizard', () => {
  it('begin where the import stands', () => {
    expect(IMPORT_STATES.map((state) => [state, stepOf(state)])).toEqual([
      ['uploaded', 'reading'],
      ['reading', 'reading'],
      ['mapped', 'reading'],
      ['previewed', 'check'],
      ['committing', 'commit'],
      ['committed', 'result'],
      ['undoing', 'result'],
      ['undone', 'result'],
      ['failed', 'reading'],
      ['cancelled', 'reading'],
    ]);
  });

  it('can be looked at again once they are passed, and not before', () => {
    expect(shownStep('file', 'undone')).toBe('file');
    expect(shownStep('columns', 'committed')).toBe('columns');
    expect(shownStep('commit', 'mapped')).toBe('reading');
    expect(shownStep('result', 'previewed')).toBe('check');
    expect(shownStep('nonsense', 'previewed')).toBe('check');
    expect(shownStep(undefined, 'committing')).toBe('commit');
    for (const state of IMPORT_STATES) expect(isReachable(stepOf(state), state)).toBe(true);
  });

  it('are done when nothing is left to decide', () => {
    const asked = buildImport({ assumptions: ['decimal'] });
    expect(isDone('columns', asked)).toBe(false);
    expect(isDone('columns', { ...asked, assumptions: [] })).toBe(true);
    expect(isDone('columns', buildImport({ columns: [] }))).toBe(false);
    expect(isDone('check', buildImport({ state: 'mapped' }))).toBe(false);
    expect(isDone('check', buildImport({ state: 'committed' }))).toBe(true);
  });

  it('count what the file does not say', () => {
    const one = buildImport({ assumptions: ['date_order'] });
    const [first, ...rest] = one.columns;
    if (!first) throw new Error('no column');
    expect(openQuestions({ ...one, columns: [{ ...first, assumptions: ['currency', 'scale'] }, ...rest] })).toBe(3);
  });
});
