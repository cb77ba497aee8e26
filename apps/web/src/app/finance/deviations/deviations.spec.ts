import type { LedgerItem } from '@hoest/contracts';
import { decisionsSince, deviationsOf, needsDecision } from './deviations';

describe('deviations that need a decision', () => {
  it('are more than 25 % against us, not 25 % itself', () => {
    expect(needsDecision({ planned: '1000', variance: '-250' })).toBe(false);
    expect(needsDecision({ planned: '1000', variance: '-251' })).toBe(true);
    expect(needsDecision({ planned: '1000', variance: '900' })).toBe(false);
  });

  it('count a disbenefit that costs more than planned', () => {
    expect(needsDecision({ planned: '-1000', variance: '-300' })).toBe(true);
    expect(needsDecision({ planned: '-1000', variance: '300' })).toBe(false);
    expect(needsDecision({ planned: '0', variance: '-1' })).toBe(true);
    expect(needsDecision({ planned: '0', variance: '0' })).toBe(false);
  });

  it('stand with the most money first', () => {
    const item = (benefitId: string, variance: string) => ({ benefitId, planned: '1000', variance }) as LedgerItem;
    const items = [item('a', '-300'), item('b', '-900'), item('c', '-10'), item('d', '-300')];
    expect(deviationsOf(items).map(({ benefitId }) => benefitId)).toEqual(['b', 'a', 'd']);
  });
});

describe('decisions taken since', () => {
  const decision = (id: string, initiativeId: string, decidedOn: string, reversesId: string | null = null) => ({
    id,
    initiativeId,
    decidedOn,
    reversesId,
    outcome: 'approve' as const,
    body: 'Styregruppen',
  });

  it('are each initiative’s latest, from the day on', () => {
    const found = decisionsSince(
      [decision('1', 'a', '2026-03-01'), decision('2', 'a', '2026-05-01'), decision('3', 'b', '2025-12-31')],
      '2026-01-01',
    );
    expect([...found.values()].map(({ id }) => id)).toEqual(['2']);
  });

  it('leave out what was reversed', () => {
    const found = decisionsSince(
      [decision('1', 'a', '2026-03-01'), decision('2', 'a', '2026-03-01', '1')],
      '2026-01-01',
    );
    expect(found.get('a')?.id).toBe('2');
  });
});
