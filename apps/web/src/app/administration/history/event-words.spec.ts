import { changesOf } from './event-words';

const told = (objectKind: string, changes: Record<string, { from: unknown; to: unknown }>) => {
  const { told: list, others } = changesOf({ objectKind, changes });
  return { fields: list.map(({ field, word }) => `${field}:${word.kind}`), others };
};

describe('changesOf', () => {
  it('tells what a unit was given, without keys and copies', () => {
    expect(
      told('unit', {
        name: { from: null, to: 'Ny' },
        validTo: { from: null, to: null },
        parentId: { from: null, to: 'u1' },
        ancestorIds: { from: null, to: ['u1'] },
        level: { from: null, to: 2 },
      }),
    ).toEqual({ fields: ['name:text', 'parentId:unit'], others: 0 });
  });

  it('tells that a personal field changed although its values are not kept', () => {
    expect(told('person', { name: { from: null, to: null }, active: { from: true, to: false } })).toEqual({
      fields: ['name:hidden', 'active:answer'],
      others: 0,
    });
  });

  it('uses the words of the portfolio for its objects', () => {
    expect(
      told('initiative', {
        statusRag: { from: 'on_track', to: 'watch' },
        statusConfirmedOn: { from: null, to: '2026-11-20' },
      }).fields,
    ).toEqual(['statusRag:status']);
    expect(told('decision', { kind: { from: null, to: 'x' } }).fields).toEqual(['kind:decisionKind']);
  });

  it('counts what has no words', () => {
    expect(told('setting', { graceDaysAfterTheMonth: { from: 10, to: 20 } })).toEqual({ fields: [], others: 1 });
  });
});
