import { sectionOf } from './show-field';

describe('the section of a field', () => {
  it.each([
    ['benefit-ownerId', 'profile'],
    ['benefit-class', 'profile'],
    ['benefit-fullYearValueMinor', 'value'],
    ['measure-unit', 'measures'],
    ['measure-2-frequency', 'measures'],
    ['measure-baseline', undefined],
    ['measure-path', undefined],
    ['benefit-testObservation', undefined],
    ['benefit-measures', undefined],
    ['benefit-attribution', undefined],
    ['facts', undefined],
  ])('%s', (anchor, section) => expect(sectionOf(anchor)).toBe(section));
});
