import { decisionBody, decisionFaults, type DecisionDraft, emptyDecision } from './decision-draft';

const TODAY = '2026-11-24';
const draft = (over: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...emptyDecision('gate', TODAY),
  body: 'Styregruppen',
  outcome: 'approve',
  ...over,
});
const faults = (over: Partial<DecisionDraft>) => [...decisionFaults(draft(over), TODAY)];

describe('a decision being written', () => {
  it('needs a body, an outcome and a day that has come', () => {
    expect([...decisionFaults(emptyDecision('gate', TODAY), TODAY)]).toEqual(['body', 'outcome']);
    expect(faults({ decidedOn: null })).toEqual(['decidedOn']);
    expect(faults({ decidedOn: '2026-11-25' })).toEqual(['decidedOn']);
    expect(faults({ body: '  ' })).toEqual(['body']);
    expect(faults({})).toEqual([]);
  });

  it('keeps its days in order', () => {
    expect(faults({ askedOn: '2026-11-24', decidedOn: '2026-11-20' })).toEqual(['askedOn']);
    expect(faults({ followUpDue: '2026-11-23' })).toEqual(['followUpDue']);
  });

  it('needs a written condition when it is approved with conditions', () => {
    const empty = { text: ' ', ownerId: null, due: null };
    expect(faults({ outcome: 'approve_with_conditions', conditions: [empty] })).toEqual(['conditions']);
    expect(faults({ outcome: 'approve_with_conditions', conditions: [{ ...empty, text: 'Plan' }] })).toEqual([]);
  });

  it('becomes a body without empty conditions, and leaves the follow-up to the server', () => {
    const body = decisionBody(
      draft({
        conditions: [
          { text: ' Plan ', ownerId: 'p', due: null },
          { text: '', ownerId: null, due: null },
        ],
      }),
      TODAY,
    );
    expect(body).toMatchObject({
      kind: 'gate',
      decidedOn: TODAY,
      conditions: [{ text: 'Plan', ownerId: 'p', due: null, closedOn: null }],
    });
    expect(body && 'followUpDue' in body).toBe(false);
    expect(decisionBody(draft({ outcome: null }), TODAY)).toBeUndefined();
  });
});
