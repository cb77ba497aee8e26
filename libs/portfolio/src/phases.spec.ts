import {
  findPhaseTransition,
  isActive,
  isInFlight,
  nextGate,
  PHASE_TRANSITIONS,
  phaseOfStateModel,
  phaseTransitionsFrom,
} from './phases';
import { PHASES, type Phase } from './value-lists';

const to = (phase: Phase, phaseBeforeHold: Phase | null = null) =>
  phaseTransitionsFrom(phase, phaseBeforeHold).map((transition) => transition.to);

const standing = (phase: Phase, over: Partial<Parameters<typeof nextGate>[0]> = {}) => ({
  phase,
  phaseBeforeHold: null,
  isLive: false,
  followedUp: false,
  ...over,
});

describe('phases', () => {
  it('run from idea to closed, each start through its gate', () => {
    const way: Phase[] = ['idea', 'analysis', 'proposed', 'approved', 'executing', 'realising', 'closed'];
    const gates = way.slice(1).map((next, position) => findPhaseTransition(way[position] ?? 'idea', next, null)?.gate);
    expect(gates).toEqual(['G1', 'G2', 'G3', 'G4', 'G6', 'G6']);
  });

  it('cannot be skipped', () => {
    expect(findPhaseTransition('idea', 'approved', null)).toBeNull();
    expect(findPhaseTransition('idea', 'stopped', null)).toBeNull();
    expect(findPhaseTransition('executing', 'rejected', null)).toBeNull();
  });

  it('end as rejected before approval and as stopped after it', () => {
    expect(to('proposed')).toEqual(['approved', 'analysis', 'on_hold', 'rejected']);
    expect(to('executing')).toEqual(['realising', 'closed', 'on_hold', 'stopped']);
  });

  it('return from hold to where they were, or end as they could have', () => {
    expect(to('on_hold', 'analysis')).toEqual(['analysis', 'rejected']);
    expect(to('on_hold', 'executing')).toEqual(['executing', 'stopped']);
    expect(to('on_hold')).toEqual(['rejected', 'stopped']);
  });

  it('all lead somewhere known, once, and every phase can be reached', () => {
    const pairs = PHASE_TRANSITIONS.map(({ from, to: target }) => `${from}>${target}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const reached = new Set<Phase>(['idea']);
    for (let round = 0; round < PHASES.length; round += 1) {
      for (const { from, to: target } of PHASE_TRANSITIONS) if (reached.has(from)) reached.add(target);
    }
    expect([...reached].sort()).toEqual([...PHASES].sort());
    expect(to('closed')).toEqual([]);
  });

  it('know the gate that lies ahead', () => {
    expect(nextGate(standing('idea'))).toEqual({ gate: 'G1', to: 'analysis' });
    expect(nextGate(standing('executing'))).toEqual({ gate: 'G5', to: null });
    expect(nextGate(standing('executing', { isLive: true }))).toEqual({ gate: 'G6', to: 'realising' });
    expect(nextGate(standing('on_hold', { phaseBeforeHold: 'approved' }))).toEqual({ gate: 'G4', to: 'executing' });
    expect(nextGate(standing('closed'))).toEqual({ gate: 'G7', to: null });
    expect(nextGate(standing('closed', { followedUp: true }))).toBeNull();
    expect(nextGate(standing('stopped'))).toBeNull();
  });

  it('form the sets of the domain rules', () => {
    expect(PHASES.filter(isActive)).toEqual(['approved', 'executing', 'realising']);
    expect(PHASES.filter(isInFlight)).toEqual(['approved', 'executing']);
    expect(PHASES.map(phaseOfStateModel)).toEqual([
      'idea',
      'analysis',
      'analysis',
      'execution',
      'execution',
      'realisation',
      null,
      null,
      null,
      null,
    ]);
  });
});
