import { canBeAdoptedOn } from './budget-year';

describe('a budget year', () => {
  it.each([
    ['2026-10-08', true],
    ['2027-04-22', true],
    ['2025-12-31', false],
    ['2028-01-01', false],
  ])('2027 adopted on %s: %s', (adoptedOn, possible) => expect(canBeAdoptedOn(2027, adoptedOn)).toBe(possible));
});
