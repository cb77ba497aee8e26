import { RandomSource } from '../rows/random-source';
import type { GoalSpec, OrganisationSpec, UnitSpec } from '../specs';
import { randomInitiative } from './random-initiative';
import { randomPeople } from './random-people';
import { ADMINISTRATIONS } from './word-lists';

export interface RandomOrganisationOptions {
  seed: string;
  /** Counts from 1; part of names, codes and addresses. */
  number: number;
  initiatives: number;
  /** Per initiative. */
  benefits: number;
  /** Months of measured history of the initiatives that are live, at least 1. */
  months: number;
}

const GOALS = 6;
/** Initiatives whose first gain draws on the one pool. */
const POOLED = 5;

/** A made-up organisation of any size: what a large portfolio looks like to the database, not a story to read. */
export function randomOrganisation(options: RandomOrganisationOptions): OrganisationSpec {
  const key = `kommune-${String(options.number).padStart(3, '0')}`;
  const random = new RandomSource(`${options.seed}/${key}`);
  const units = unitsOf(key);
  const people = randomPeople(random.of('people'), units, options.initiatives);
  const start = -options.months - 12;
  return {
    key,
    name: `Kommune ${options.number}`,
    kind: 'municipality',
    municipalityCode: String(100 + options.number),
    population: random.whole(8, 120) * 1000,
    peerGroup: 'Tilfældig',
    units,
    people,
    signIns: [{ person: people[0]?.key ?? '', email: `admin@${key}.example`, role: 'administrator' }],
    offersSignIns: false,
    strategies: [
      {
        key: 'strategi',
        code: 'DS',
        title: 'Digitaliseringsstrategi',
        description: 'Mål for de næste år.',
        adoptedBy: 'council',
        adopted: Math.max(start, -30),
        from: Math.max(start, -30),
        to: 24,
        followUps: [[-8, 'council', 'Årlig status.']],
        goals: Array.from({ length: GOALS }, (_, index) => goal(index, random.pick(people).key)),
      },
    ],
    pools: [
      {
        key: 'pulje',
        name: 'Fælles budgetpulje',
        costBase: 'Drift',
        measure: 'Kroner pr. måned',
        from: start,
        removablePerMonth: 60,
      },
    ],
    initiatives: Array.from({ length: options.initiatives }, (_, index) =>
      randomInitiative(random.of(`initiative/${index}`), {
        ...options,
        index,
        units,
        people,
        pool: index < POOLED ? 'pulje' : undefined,
      }),
    ),
    organisationRoles: [[people[0]?.key ?? '', 'portfolio_owner']],
  };
}

function unitsOf(key: string): UnitSpec[] {
  return [
    { key, parent: null, code: '1', name: key },
    ...ADMINISTRATIONS.flatMap(([name, committee, below], index) => [
      { key: `f${index}`, parent: key, code: `${index + 2}0`, name, committee },
      ...below.map((unit, position) => ({
        key: `f${index}e${position}`,
        parent: `f${index}`,
        code: `${index + 2}${position + 1}`,
        name: unit,
      })),
    ]),
  ];
}

function goal(index: number, owner: string): GoalSpec {
  return {
    key: `maal-${index}`,
    code: `DS-${index + 1}`,
    title: `Mål ${index + 1}`,
    owner,
    kpi: 'Andel',
    unit: '%',
    direction: 'up',
    baseline: [40 + index, -20],
    targets: [[12, 70 + index]],
    measured: [],
  };
}
