import { toldEvent } from './told-event';

const fields = (objectKind: string, changes: Record<string, { from: unknown; to: unknown }>) => {
  const { changes: told, others } = toldEvent({ objectKind, changes });
  return [told.map(({ field }) => field), others];
};

describe('an event of the history', () => {
  it('says a thing once: the phase says since when, the status that it was confirmed', () => {
    expect(
      fields('initiative', {
        phaseSince: { from: '2026-01-01', to: '2026-02-01' },
        phase: { from: 'idea', to: 'analysis' },
      }),
    ).toEqual([['phase'], 0]);
    expect(fields('initiative', { statusConfirmedOn: { from: '2026-01-01', to: '2026-02-01' } })).toEqual([
      ['statusConfirmedOn'],
      0,
    ]);
  });

  it('leaves out keys of rows and what was empty and stays so, and counts what has no words', () => {
    expect(
      fields('decision', {
        rationale: { from: null, to: '' },
        reversesId: { from: null, to: '0197' },
        deciderId: { from: null, to: '0198' },
        snapshot: { from: null, to: {} },
        somethingNew: { from: 1, to: 2 },
      }),
    ).toEqual([['deciderId'], 1]);
  });

  it('knows that kind means another list for each object', () => {
    const kind = (objectKind: string) =>
      toldEvent({ objectKind, changes: { kind: { from: null, to: 'x' } } }).changes.map(({ word }) => word.kind);
    expect([kind('initiative'), kind('cost_line'), kind('decision'), kind('measure')]).toEqual([
      ['initiativeKind'],
      ['costKind'],
      ['decisionKind'],
      [],
    ]);
  });

  it('tells fields in the order people read them', () => {
    expect(
      fields('cost_line', {
        planMinor: { from: null, to: '1' },
        year: { from: null, to: 2026 },
        name: { from: null, to: 'Drift' },
      }),
    ).toEqual([['name', 'year', 'planMinor'], 0]);
  });
});
