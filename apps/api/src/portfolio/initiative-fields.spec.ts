import { derivedColumns, initiativeColumns } from './initiative-fields';

describe('columns of an initiative', () => {
  it('are the named fields; lists are rows of their own', () => {
    expect(
      initiativeColumns({ title: 'X', roughCost: '12', affectedUnits: [], secondaryGoalIds: [], phasePlan: [] }),
    ).toEqual({
      title: 'X',
      roughCostMinor: 12n,
    });
    expect(initiativeColumns({ roughCost: null })).toEqual({ roughCostMinor: null });
    expect(initiativeColumns({})).toEqual({});
  });
});

describe('what follows from a change', () => {
  it('keeps the first planned go-live', () => {
    expect(derivedColumns({}, { goLivePlanned: '2026-01-01' })).toEqual({ goLiveFirstPlanned: '2026-01-01' });
    expect(derivedColumns({ goLiveFirstPlanned: '2025-01-01' }, { goLivePlanned: '2026-01-01' })).toEqual({});
    expect(derivedColumns({}, { goLivePlanned: null })).toEqual({});
  });

  it('drops the reason why a value was missing when there is one', () => {
    const absences = {
      roughCost: { kind: 'withheld' as const, text: 'x' },
      title: { kind: 'text' as const, text: 'y' },
    };
    expect(derivedColumns({ absences }, { roughCostMinor: 0n })).toEqual({ absences: { title: absences.title } });
    expect(derivedColumns({ absences }, { roughCostMinor: null })).toEqual({});
    expect(derivedColumns({ absences }, { category: 'A' })).toEqual({});
  });

  it('drops the reason for an exemption with the exemption', () => {
    expect(derivedColumns({ benefitExemptReason: 'other' }, { benefitExempt: false })).toEqual({
      benefitExemptReason: null,
    });
    expect(derivedColumns({ benefitExemptReason: 'other' }, { benefitExempt: true })).toEqual({});
  });
});
