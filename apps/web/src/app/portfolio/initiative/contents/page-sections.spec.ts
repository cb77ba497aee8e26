import type { Initiative } from '@hoest/contracts';
import { missingBySection } from './page-sections';

type Item = NonNullable<Initiative['nextGate']>['items'][number];
const item = (over: Partial<Item>): Item => ({
  key: 'k',
  label: { da: 'p', en: 'p' },
  fulfilled: false,
  required: true,
  section: 'facts',
  field: null,
  ...over,
});
const missing = (items: Item[], missingCoreFields: string[] = []) =>
  Object.fromEntries(
    [...missingBySection({ nextGate: { gate: 'G1', to: 'analysis', items }, missingCoreFields })].map(
      ([section, what]) => [section, [...what]],
    ),
  );

describe('what is missing per section', () => {
  it('counts a thing once that both the gate and the register ask for', () => {
    expect(missing([item({ key: 'owner', field: 'ownerId' })], ['owner', 'manager'])).toEqual({
      facts: ['ownerId', 'managerId'],
    });
  });

  it('leaves out what is fulfilled, voluntary, or a document', () => {
    expect(
      missing([
        item({ key: 'a', fulfilled: true }),
        item({ key: 'b', required: false }),
        item({ key: 'c', section: 'documents' }),
      ]),
    ).toEqual({});
  });

  it('leads each core field to the section that answers it', () => {
    expect(missing([], ['goal', 'goLiveDate', 'costPlan', 'benefits'])).toEqual({
      goals: ['primaryGoalId'],
      time: ['goLivePlanned'],
      costs: ['costLines'],
      benefits: ['benefits'],
    });
    expect(missing([item({ key: 'benefit-profiles', section: 'benefits' })], ['benefits'])).toEqual({
      benefits: ['benefit-profiles'],
    });
  });

  it('knows nothing missing without a gate ahead', () => {
    expect(missingBySection({ nextGate: null, missingCoreFields: [] }).size).toBe(0);
  });
});
