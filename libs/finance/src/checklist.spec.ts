import { assuranceOf, type Checklist, validatorFault } from './checklist';

const passed: Checklist = {
  causation: 'passed',
  realisation: 'passed',
  valuation: 'passed',
  attribution: 'passed',
  validation: 'passed',
};

describe('assurance', () => {
  it('is green when all five tests are passed', () => expect(assuranceOf(passed)).toBe('green'));
  it('is amber with a doubt', () => expect(assuranceOf({ ...passed, valuation: 'doubtful' })).toBe('amber'));
  it('is red when a test failed', () =>
    expect(assuranceOf({ ...passed, valuation: 'doubtful', attribution: 'failed' })).toBe('red'));
});

describe('independence of the validator', () => {
  const facts = {
    reporterIds: ['anna'],
    benefitOwnerId: 'bo',
    projectManagerId: 'carl',
    isController: true,
    answeredForIt: false,
  };

  it.each([
    ['anna', 'own_claim'],
    ['bo', 'benefit_owner'],
    ['carl', 'project_manager'],
    ['dorte', null],
  ])('of %s is %s', (validator, fault) => expect(validatorFault(facts, validator)).toBe(fault));

  it('is not regained because somebody else changed the amount, or took over the benefit', () => {
    expect(validatorFault({ ...facts, reporterIds: ['dorte', 'anna'] }, 'dorte')).toBe('own_claim');
    expect(validatorFault({ ...facts, answeredForIt: true }, 'dorte')).toBe('handed_over');
  });

  it('takes a finance controller of the unit', () =>
    expect(validatorFault({ ...facts, isController: false }, 'dorte')).toBe('not_controller'));
});
