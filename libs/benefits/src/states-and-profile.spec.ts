import { failedAcceptanceTests, missingForProfile, PROFILE_FIELDS, type ProfileFacts } from './profile';
import { BENEFIT_TRANSITIONS, benefitTransitionsFrom, checkBenefitMove, isApproved } from './transitions';
import { BENEFIT_STATES, type BenefitState } from './value-lists';

describe('states of a benefit', () => {
  it('know every move once, and end in closed or an exit', () => {
    const pairs = BENEFIT_TRANSITIONS.map(({ from, to }) => `${from}>${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const ends = BENEFIT_STATES.filter((state) => !BENEFIT_TRANSITIONS.some(({ from }) => from === state));
    expect(ends).toEqual(['closed', 'rejected', 'written_off', 'transferred']);
  });

  it('lead to rejection only before approval and to write-off only after it', () => {
    const to = (state: BenefitState) => benefitTransitionsFrom(state).map((transition) => transition.to);
    expect(to('profiled')).toEqual(['identified', 'approved', 'rejected']);
    expect(to('in_realisation')).toEqual(['written_off', 'transferred']);
    expect(BENEFIT_STATES.filter(isApproved)).toEqual([
      'approved',
      'in_realisation',
      'realised',
      'sustained',
      'closed',
    ]);
  });

  it('let a changed plan be approved again, with all that an approval needs', () => {
    expect(checkBenefitMove('approved', 'approved', new Set(['full_profile', 'plan_changed']))).toEqual({
      kind: 'refused',
      missing: ['acceptance_tests'],
    });
    expect(checkBenefitMove('approved', 'approved', new Set(['full_profile', 'acceptance_tests']))).toEqual({
      kind: 'refused',
      missing: ['plan_changed'],
    });
    const all = new Set(['full_profile', 'acceptance_tests', 'plan_changed'] as const);
    expect(checkBenefitMove('approved', 'approved', all)).toMatchObject({ kind: 'allowed' });
    expect(checkBenefitMove('in_realisation', 'approved', all)).toEqual({ kind: 'no-such-move' });
  });

  it('say what a move still lacks', () => {
    expect(checkBenefitMove('profiled', 'approved', new Set(['full_profile']))).toEqual({
      kind: 'refused',
      missing: ['acceptance_tests'],
    });
    expect(checkBenefitMove('profiled', 'approved', new Set(['full_profile', 'acceptance_tests']))).toMatchObject({
      kind: 'allowed',
    });
    expect(checkBenefitMove('approved', 'written_off', new Set(['reason']))).toEqual({
      kind: 'refused',
      missing: ['decision'],
    });
    expect(checkBenefitMove('in_realisation', 'realised', new Set(['realised']))).toEqual({ kind: 'no-such-move' });
    expect(checkBenefitMove('closed', 'approved', new Set())).toEqual({ kind: 'no-such-move' });
  });
});

describe('the full profile', () => {
  const measure = {
    id: 'm',
    position: 0,
    unit: 'dage',
    direction: 'down',
    frequency: 'quarter',
    baselineValue: '14',
    baselinePlannedOn: null,
    targetPointCount: 2,
  };
  const full: ProfileFacts = {
    ownerId: 'p',
    class: 'quality',
    beneficiary: 'citizen',
    goalId: 'g',
    isLive: true,
    measures: [measure],
  };

  it('is complete with owner, class, beneficiary, measure, baseline, two points, frequency and goal', () => {
    expect(missingForProfile(full)).toEqual([]);
  });

  it('names what is missing; without a measure only the measure', () => {
    const bare: ProfileFacts = {
      ownerId: null,
      class: null,
      beneficiary: null,
      goalId: null,
      isLive: false,
      measures: [],
    };
    expect(missingForProfile(bare)).toEqual(['owner', 'class', 'beneficiary', 'measure', 'goal']);
    const thin = { ...measure, unit: '', direction: null, frequency: null, baselineValue: null, targetPointCount: 1 };
    expect(missingForProfile({ ...full, measures: [thin] })).toEqual([
      'unit',
      'direction',
      'baseline',
      'targetPoints',
      'frequency',
    ]);
    expect(PROFILE_FIELDS).toHaveLength(10);
  });

  it('accepts a dated baseline plan only until go-live, and 0 as a baseline', () => {
    const planned = { ...measure, baselineValue: null, baselinePlannedOn: '2025-03-01' };
    expect(missingForProfile({ ...full, isLive: false, measures: [planned] })).toEqual([]);
    expect(missingForProfile({ ...full, measures: [planned] })).toEqual(['baseline']);
    expect(missingForProfile({ ...full, measures: [{ ...measure, baselineValue: 0 }] })).toEqual([]);
  });

  it('judges the first measure', () => {
    const second = { ...measure, id: 'n', position: 1, unit: null };
    expect(missingForProfile({ ...full, measures: [second, measure] })).toEqual([]);
  });

  it('needs all four acceptance tests; not tested is not passed', () => {
    expect(
      failedAcceptanceTests({ description: true, observation: null, attribution: false, measurement: true }),
    ).toEqual(['observation', 'attribution']);
  });
});
