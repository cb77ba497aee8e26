import { CORE_FIELDS, type CoreFacts, missingCoreFields } from './core-fields';
import { GATE_ARTEFACTS } from './gate-artefacts';
import type { GateFacts } from './gate-facts';
import { gateChecklist, openGateItems } from './gate-checklist';
import { GATES, type Gate } from './value-lists';

const empty: GateFacts = {
  sizeClass: null,
  ownerId: null,
  problem: null,
  primaryGoalId: null,
  mandatory: false,
  legalRef: null,
  affectedStaff: null,
  dependenciesAnswered: null,
  changesCitizenService: null,
  citizenFacing: null,
  hasItDelivery: null,
  replacesOldWay: null,
  benefitExempt: false,
  affectedUnits: 0,
  plannedCosts: 0,
  plannedChangeEffort: 0,
  benefits: 0,
  benefitsWithoutProfile: 0,
  benefitsApproved: 0,
  benefitsWithoutOwner: 0,
  benefitsConfirmed: 0,
  measures: 0,
  measuresWithoutBaseline: 0,
  portfolioDecision: false,
  mandate: false,
  politicalDecision: false,
  completeArtefacts: [],
};

const complete: GateFacts = {
  ...empty,
  sizeClass: 'large',
  ownerId: 'p',
  problem: 'Ventetid',
  primaryGoalId: 'g',
  affectedStaff: 40,
  dependenciesAnswered: true,
  affectedUnits: 1,
  plannedCosts: 2,
  plannedChangeEffort: 1,
  benefits: 2,
  benefitsApproved: 2,
  benefitsConfirmed: 2,
  measures: 2,
  portfolioDecision: true,
  mandate: true,
  politicalDecision: true,
  completeArtefacts: GATE_ARTEFACTS.map(({ key }) => key),
};

const open = (facts: GateFacts, gate: Gate) => openGateItems(gateChecklist(facts, gate)).map(({ key }) => key);
const keys = (facts: GateFacts, gate: Gate) => gateChecklist(facts, gate).map(({ key }) => key);

describe('gate checklist (P11)', () => {
  it('asks of a mandatory initiative which law demands it', () => {
    const mandatory = { ...complete, mandatory: true };
    expect(open(mandatory, 'G2')).toEqual(['legal-reference']);
    expect(open({ ...mandatory, legalRef: 'Serviceloven § 112' }, 'G2')).toEqual([]);
    expect(keys(complete, 'G2')).not.toContain('legal-reference');
  });

  it('asks a bare idea for owner, problem, goal and affected units', () => {
    expect(open(empty, 'G1')).toEqual(['owner', 'problem', 'goal', 'affected-units']);
  });

  it.each(GATES)('%s is open for an empty record and passable for a complete one', (gate) => {
    expect(open(empty, gate).length).toBeGreaterThan(0);
    expect(open(complete, gate)).toEqual([]);
  });

  it('asks small initiatives for less, and shows the rest as optional', () => {
    const small = { ...empty, sizeClass: 'small' as const };
    expect(open(small, 'G2')).toEqual(['cost-plan', 'benefit-profiles', 'dependencies']);
    expect(keys(small, 'G2')).toEqual(keys({ ...empty, sizeClass: 'large' }, 'G2'));
  });

  it('judges an initiative without a size as medium', () => {
    expect(open(empty, 'G2')).toEqual(open({ ...empty, sizeClass: 'medium' }, 'G2'));
  });

  it('takes an unanswered question as yes, and leaves out what does not concern the initiative', () => {
    expect(keys(empty, 'G3')).toContain('political-mandate');
    expect(keys({ ...empty, changesCitizenService: false }, 'G3')).not.toContain('political-mandate');
    expect(keys({ ...empty, citizenFacing: false, replacesOldWay: false, affectedStaff: 0 }, 'G5')).toEqual([
      'baselines',
    ]);
    expect(keys({ ...empty, benefitExempt: true, affectedStaff: 0 }, 'G4')).toEqual(['people-allocated']);
  });

  it('does not call it fulfilled when there is nothing to count', () => {
    expect(open(empty, 'G6')).toContain('hand-over');
    expect(open({ ...complete, measures: 0 }, 'G5')).toEqual(['baselines']);
    expect(open({ ...complete, benefitsConfirmed: 1 }, 'G6')).toEqual(['hand-over']);
  });

  it('believes a person only about documents', () => {
    const ticked = { ...empty, completeArtefacts: ['owner', 'alternatives'] };
    expect(open(ticked, 'G1')).toContain('owner');
    expect(open(ticked, 'G2')).not.toContain('alternatives');
  });

  it('names every point once, in both languages', () => {
    const names = GATE_ARTEFACTS.map(({ key }) => key);
    expect(new Set(names).size).toBe(names.length);
    for (const { label } of GATE_ARTEFACTS) expect(label.da && label.en).toBeTruthy();
  });
});

describe('core fields of the register', () => {
  const full: CoreFacts = {
    ownerId: 'a',
    managerId: 'b',
    unitId: 'u',
    primaryGoalId: 'g',
    phase: 'executing',
    goLivePlanned: '2026-01-01',
    goLiveActual: null,
    plannedCostLineCount: 1,
    benefitCount: 1,
    benefitExempt: false,
    affectedStaff: 0,
    dependenciesAnswered: true,
    changesCitizenService: false,
    hasItDelivery: false,
  };

  it('are twelve', () => expect(CORE_FIELDS).toHaveLength(12));
  it('are complete when all are answered; 0 and no are answers', () => expect(missingCoreFields(full)).toEqual([]));

  it('are all missing from an empty record', () => {
    const nothing: CoreFacts = {
      ownerId: null,
      managerId: null,
      unitId: null,
      primaryGoalId: null,
      phase: null,
      goLivePlanned: null,
      goLiveActual: null,
      plannedCostLineCount: 0,
      benefitCount: 0,
      benefitExempt: false,
      affectedStaff: null,
      dependenciesAnswered: false,
      changesCitizenService: null,
      hasItDelivery: null,
    };
    expect(missingCoreFields(nothing)).toEqual(CORE_FIELDS);
  });

  it('take an actual go-live and an exemption as well', () => {
    const facts = { ...full, goLivePlanned: null, goLiveActual: '2025-01-01', benefitCount: 0, benefitExempt: true };
    expect(missingCoreFields(facts)).toEqual([]);
  });
});
