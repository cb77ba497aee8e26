import { BENEFIT_STATES, BENEFIT_TRANSITIONS } from '@hoest/benefits';
import type { Benefit } from '@hoest/contracts';
import { anchorOf, missingFor, nextState, requirementsOf } from './missing';

const benefit = (change: Partial<Benefit>) =>
  ({
    state: 'profiled',
    missingForProfile: [],
    testDescription: true,
    testObservation: true,
    testAttribution: true,
    testMeasurement: true,
    ...change,
  }) as Benefit;

describe('what a move of a benefit lacks', () => {
  it('is every missing field and every test that is not passed, each with its place', () => {
    const lacking = benefit({ missingForProfile: ['goal', 'owner'], testObservation: null, testMeasurement: false });
    expect(missingFor(lacking, 'approved')).toEqual([
      { kind: 'profile', field: 'owner', anchor: 'benefit-ownerId' },
      { kind: 'profile', field: 'goal', anchor: 'benefit-goalId' },
      { kind: 'test', test: 'observation', anchor: 'benefit-testObservation' },
      { kind: 'test', test: 'measurement', anchor: 'benefit-testMeasurement' },
    ]);
  });

  it('asks for no more than the move does', () => {
    const lacking = benefit({ state: 'identified', missingForProfile: ['goal'], testObservation: null });
    expect(missingFor(lacking, 'profiled').map(({ anchor }) => anchor)).toEqual(['benefit-goalId']);
    expect(missingFor(lacking, 'rejected')).toEqual([]);
  });

  it('knows what is asked in the dialog', () => {
    expect(requirementsOf('approved', 'written_off')).toEqual(['decision', 'reason']);
    expect(requirementsOf('realised', 'transferred')).toEqual(['new_owner']);
    expect(requirementsOf('closed', 'approved')).toEqual([]);
  });
});

describe('the way of a benefit', () => {
  it('goes only where a person may move it', () => {
    for (const from of BENEFIT_STATES) {
      const to = nextState({ state: from, planChanges: [] });
      if (to)
        expect(BENEFIT_TRANSITIONS.some((move) => move.from === from && move.to === to && !move.byMeasurement)).toBe(
          true,
        );
    }
  });
});

describe('an approved plan that was changed', () => {
  it('is approved again before anything else', () => {
    expect(nextState({ state: 'approved', planChanges: ['path'] })).toBe('approved');
    expect(nextState({ state: 'in_realisation', planChanges: [] })).toBeUndefined();
    const lacking = benefit({ state: 'approved', planChanges: ['path'], testObservation: null });
    expect(missingFor(lacking, 'approved').map(({ anchor }) => anchor)).toEqual(['benefit-testObservation']);
  });
});

describe('a refusal', () => {
  it('leads to the field it is about', () => {
    expect(['/owner', '/baseline', '/testObservation', '/to', '/reason'].map(anchorOf)).toEqual([
      'benefit-ownerId',
      'measure-baseline',
      'benefit-testObservation',
      undefined,
      undefined,
    ]);
  });
});
