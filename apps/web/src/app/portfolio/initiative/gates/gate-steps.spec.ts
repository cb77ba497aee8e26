import type { GatePassage, Initiative } from '@hoest/contracts';
import { gateSteps } from './gate-steps';

const facts = (over: Partial<Initiative> = {}) =>
  ({
    phase: 'executing',
    nextGate: { gate: 'G5', to: null, items: [] },
    phasePlan: [],
    goLivePlanned: '2027-02-01',
    goLiveActual: null,
    closedOn: null,
    ...over,
  }) as unknown as Initiative;
const passage = (gate: string, on: string, decisionId: string | null = 'd') =>
  ({ gate, phaseStartedOn: on, decisionId }) as GatePassage;

describe('the gates of an initiative', () => {
  it('tell what is passed, present and ahead', () => {
    const steps = gateSteps(facts(), [passage('G1', '2026-01-05'), passage('G2', '2026-02-01', null)]);
    expect(steps.map(({ gate, standing }) => `${gate} ${standing}`)).toEqual([
      'G1 passed',
      'G2 passed',
      'G3 unrecorded',
      'G4 unrecorded',
      'G5 present',
      'G6 ahead',
      'G7 ahead',
    ]);
    expect(steps[0]).toMatchObject({ passedOn: '2026-01-05', decided: true });
    expect(steps[1]).toMatchObject({ passedOn: '2026-02-01', decided: false });
    expect(steps[4]).toMatchObject({ plannedOn: '2027-02-01', passedOn: null, decided: null });
  });

  it('count the required points of the present gate only', () => {
    const items = [
      { required: true, fulfilled: true },
      { required: true, fulfilled: false },
      { required: false, fulfilled: true },
    ];
    const steps = gateSteps(facts({ nextGate: { gate: 'G5', to: null, items } as Initiative['nextGate'] }), []);
    expect(steps[4]).toMatchObject({ required: 2, fulfilled: 1 });
    expect(steps[5]).toMatchObject({ required: 0, fulfilled: 0 });
  });

  it('take a gate as ahead again after a step back, and use the latest of several passages', () => {
    const steps = gateSteps(facts({ nextGate: { gate: 'G2', to: 'proposed', items: [] } }), [
      passage('G1', '2026-01-05'),
      passage('G1', '2026-03-05'),
      passage('G2', '2026-02-01'),
    ]);
    expect(steps[0]).toMatchObject({ standing: 'passed', passedOn: '2026-03-05' });
    expect(steps[1]).toMatchObject({ standing: 'present', passedOn: null });
  });

  it('read go-live from the initiative where no passage says it', () => {
    const steps = gateSteps(
      facts({ phase: 'realising', goLiveActual: '2026-06-01', nextGate: { gate: 'G6', to: 'closed', items: [] } }),
      [],
    );
    expect(steps[4]).toMatchObject({ standing: 'passed', passedOn: '2026-06-01', decided: null });
  });

  it('have no present one after the end; what was not reached stays ahead', () => {
    const steps = gateSteps(facts({ phase: 'rejected', nextGate: null }), [passage('G1', '2026-01-05')]);
    expect(steps.map(({ standing }) => standing)).toEqual(['passed', ...Array.from({ length: 6 }, () => 'ahead')]);
  });

  it('plan the benefit report twelve months after closing', () => {
    const steps = gateSteps(
      facts({ phase: 'closed', closedOn: '2026-05-31', nextGate: { gate: 'G7', to: null, items: [] } }),
      [],
    );
    expect(steps[6]).toMatchObject({ standing: 'present', plannedOn: '2027-05-31' });
  });
});
