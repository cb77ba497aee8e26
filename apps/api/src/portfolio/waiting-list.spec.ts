import type { GateFactsRow, WaitingGate } from '@hoest/persistence';
import { waitingList } from './waiting-list';

const facts: GateFactsRow = {
  affectedUnits: 0,
  plannedCostLineCount: 0,
  plannedCosts: 0,
  plannedChangeEffort: 0,
  benefits: 0,
  benefitsWithoutProfile: 0,
  benefitsApproved: 0,
  benefitsWithoutOwner: 0,
  measures: 0,
  measuresWithoutBaseline: 0,
  benefitsConfirmed: 0,
  portfolioDecision: false,
  mandate: false,
  politicalDecision: false,
};

const idea: WaitingGate = {
  initiativeId: 'i',
  code: '2026-001',
  title: 'Idé',
  unitName: 'U',
  phase: 'idea',
  phaseBeforeHold: null,
  goLivePlanned: null,
  goLiveActual: null,
  closedOn: null,
  sizeClass: 'large',
  ownerId: 'p',
  problem: 'P',
  primaryGoalId: 'g',
  mandatory: false,
  legalRef: null,
  affectedStaff: null,
  dependenciesAnswered: null,
  changesCitizenService: null,
  citizenFacing: null,
  hasItDelivery: null,
  replacesOldWay: null,
  benefitExempt: false,
  facts,
  passedGates: [],
  plannedStarts: { analysis: '2026-05-01' },
  amount: '500',
};

const TODAY = '2026-04-15';
const waiting = (...gates: WaitingGate[]) => waitingList({ gates, approvals: [], conditions: [], dueFromMe: 0 }, TODAY);

describe('what waits for a person', () => {
  it('is a gate that lacks two points at most, documents aside', () => {
    expect(waiting(idea)).toEqual([
      expect.objectContaining({
        kind: 'gate',
        gate: 'G1',
        toPhase: 'analysis',
        openPoints: 1,
        due: '2026-05-01',
        amount: '500',
      }),
    ]);
    expect(waiting({ ...idea, ownerId: null })).toHaveLength(1);
    expect(waiting({ ...idea, ownerId: null, problem: null })).toEqual([]);
  });

  it('is no gate that is far ahead, and without a deadline only one that lacks nothing', () => {
    expect(waiting({ ...idea, plannedStarts: { analysis: '2026-06-14' } })).toHaveLength(1);
    expect(waiting({ ...idea, plannedStarts: { analysis: '2026-06-15' } })).toEqual([]);
    expect(waiting({ ...idea, plannedStarts: {} })).toEqual([]);
    expect(waiting({ ...idea, plannedStarts: {}, facts: { ...facts, affectedUnits: 1 } })).toMatchObject([
      { openPoints: 0, due: null },
    ]);
  });

  it('takes the deadline of go-live and of the benefit report from their own dates', () => {
    const executing = { ...idea, phase: 'executing', goLivePlanned: '2026-05-31', facts: { ...facts, measures: 1 } };
    expect(waiting(executing)).toMatchObject([{ gate: 'G5', toPhase: null, due: '2026-05-31' }]);
    const closed = { ...idea, phase: 'closed', closedOn: '2025-04-30' };
    expect(waiting(closed)).toMatchObject([{ gate: 'G7', due: '2026-04-30' }]);
    expect(waiting({ ...closed, passedGates: ['G7'] })).toEqual([]);
  });

  it('comes nearest deadline first, then the larger money', () => {
    const approval = (code: string, amount: string | null) => ({
      initiativeId: 'i',
      code,
      title: 'X',
      unitName: 'U',
      benefitId: 'b',
      benefitTitle: 'Færre fejl',
      amount,
      due: null,
    });
    const condition = {
      initiativeId: 'i',
      code: '2026-009',
      title: 'X',
      unitName: 'U',
      decisionId: 'd',
      text: 'Afklar jura',
      due: '2026-02-01',
    };
    const items = waitingList(
      {
        gates: [idea],
        approvals: [approval('2026-002', '10'), approval('2026-003', '9000'), approval('2026-004', null)],
        conditions: [condition],
        dueFromMe: 0,
      },
      TODAY,
    );
    expect(items.map(({ code }) => code)).toEqual(['2026-009', '2026-001', '2026-003', '2026-002', '2026-004']);
    expect(items[0]).toMatchObject({ kind: 'condition', detail: 'Afklar jura', decisionId: 'd', benefitId: null });
    expect(items[2]).toMatchObject({ kind: 'benefit_approval', detail: 'Færre fejl', benefitId: 'b', gate: null });
  });
});
