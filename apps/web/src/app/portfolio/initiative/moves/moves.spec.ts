import type { Initiative } from '@hoest/contracts';
import { movesOf, pointsOf } from './moves';

const facts = (over: Partial<Initiative>) =>
  ({ phase: 'executing', phaseBeforeHold: null, nextGate: null, allowedTransitions: [], ...over }) as Initiative;

describe('the steps of an initiative', () => {
  it('begin with the gate inside the phase, and end with the ways out', () => {
    const moves = movesOf(
      facts({
        nextGate: { gate: 'G5', to: null, items: [] },
        allowedTransitions: [
          { to: 'stopped', gate: null },
          { to: 'on_hold', gate: null },
          { to: 'realising', gate: 'G6' },
        ],
      }),
    );
    expect(moves.map(({ key, kind }) => [key, kind])).toEqual([
      ['G5', 'gate'],
      ['realising', 'forward'],
      ['on_hold', 'hold'],
      ['stopped', 'end'],
    ]);
  });

  it('put going on before going back', () => {
    const moves = movesOf(
      facts({
        phase: 'analysis',
        nextGate: { gate: 'G2', to: 'proposed', items: [] },
        allowedTransitions: [
          { to: 'idea', gate: null },
          { to: 'proposed', gate: 'G2' },
        ],
      }),
    );
    expect(moves.map(({ key }) => key)).toEqual(['proposed', 'idea']);
  });

  it('know the points of the next gate only', () => {
    const items = [{ key: 'owner' }] as NonNullable<Initiative['nextGate']>['items'];
    const initiative = facts({ nextGate: { gate: 'G5', to: null, items } });
    expect(pointsOf(initiative, 'G5')).toBe(items);
    expect(pointsOf(initiative, 'G6')).toEqual([]);
    expect(pointsOf(initiative, null)).toEqual([]);
  });
});
