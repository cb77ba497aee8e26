import type { Phase } from '@hoest/portfolio';
import type { RandomSource } from '../rows/random-source';
import type { BenefitSpec, Follow, InitiativeSpec, PersonSpec, UnitSpec } from '../specs';
import { ACTIONS, MONEY_GAINS, QUALITY_GAINS, THINGS } from './word-lists';

export interface RandomInitiativeOptions {
  index: number;
  units: readonly UnitSpec[];
  people: readonly PersonSpec[];
  benefits: number;
  months: number;
  pool: string | undefined;
}

/** Of eight initiatives seven are live; the eighth stands somewhere on the way. */
const LIVE_OF = 8;
const ON_THE_WAY: [Phase, started: number][] = [
  ['executing', 5],
  ['approved', 4],
  ['proposed', 3],
  ['analysis', 2],
  ['idea', 1],
];

/** Months before go-live in which the phases of a live initiative started. */
const LEAD_MONTHS = [11, 9, 7, 5, 4];

export function randomInitiative(random: RandomSource, options: RandomInitiativeOptions): InitiativeSpec {
  const { index, units, people, months } = options;
  const onTheWay = index % LIVE_OF === LIVE_OF - 1;
  const [phase, phases] = onTheWay
    ? (ON_THE_WAY[Math.floor(index / LIVE_OF) % ON_THE_WAY.length] ?? ['idea', 1])
    : (['realising', 5] as const);
  const lowest = units.filter((unit) => unit.parent !== null && !unit.committee);
  const unit = random.pick(lowest);
  const leaders = people.filter(({ level }) => level === 'head');
  const own = leaders.find((leader) => leader.unit === unit.key);
  const managers = people.filter(({ level }) => level === 'none');
  const title = `${random.pick(ACTIONS)} ${random.pick(THINGS)} i ${unit.name} ${index + 1}`;
  const cost = random.whole(200, 6000);
  return {
    key: `i${index}`,
    title,
    problem: 'Arbejdet gøres i hånden, og ingen har et samlet overblik.',
    gain: 'Mindre tid til det, der gentages, og færre fejl.',
    unit: unit.key,
    affects: [random.pick(lowest).key],
    ...(random.chance(0.9) && { staff: random.whole(4, 400) }),
    // A few are owned by a leader elsewhere, or by nobody: indicators need both sides.
    owner: random.chance(0.05) ? null : random.chance(0.8) && own ? own.key : random.pick(leaders).key,
    manager: random.pick(managers).key,
    goal: `maal-${random.whole(0, 5)}`,
    size: random.pick(['small', 'medium', 'large'] as const),
    phase,
    started: LEAD_MONTHS.slice(0, phases).map((lead, position) => (onTheWay ? position - phases : -months - lead)),
    live: onTheWay ? random.whole(2, 9) : -months,
    cost: {
      oneOff: cost,
      operation: Math.round(cost / 6),
      hours: random.whole(100, 2500),
      change: Math.round(cost / 10),
      over: random.between(-0.1, 0.3),
    },
    yes: [
      'service',
      'citizens',
      'it',
      'process',
      ...(random.chance(0.8) ? (['dependencies', 'old_way'] as const) : []),
    ],
    status: [
      random.pick(['on_track', 'on_track', 'watch', 'deviation'] as const),
      random.whole(2, 50),
      'Status bekræftet.',
    ],
    adoption: [
      { name: 'Brugere', intended: random.whole(20, 2000), target: 0.8, actual: [0.2, random.between(0.3, 0.95)] },
    ],
    gates: random.chance(0.15) ? { undecided: ['G4'] } : {},
    benefits: Array.from({ length: options.benefits }, (_, position) =>
      randomBenefit(random.of(`benefit/${position}`), position, options),
    ),
  };
}

const FOLLOWS: readonly Follow[] = ['on_time', 'on_time', 'on_time', 'patchy', 'late'];

/** Of four gains three are money; every measure is taken monthly, so that the number of rows follows from the options. */
function randomBenefit(random: RandomSource, position: number, options: RandomInitiativeOptions): BenefitSpec {
  const isMoney = position % 4 !== 3;
  const [title, name, unit, from, to] = random.pick(isMoney ? MONEY_GAINS : QUALITY_GAINS);
  return {
    title: `${title} ${position + 1}`,
    class: isMoney ? random.pick(['cash_releasing', 'cash_releasing', 'income', 'cost_avoidance'] as const) : 'quality',
    for: isMoney ? 'own_org' : random.pick(['citizen', 'business'] as const),
    ...(isMoney && { value: random.whole(40, 900) }),
    ...(position === 0 && options.pool && { pool: options.pool }),
    basis: random.pick(['measured_pilot', 'comparable', 'expert', 'assumption'] as const),
    // Drawn apart, so that the other figures stay what they were.
    ...(isMoney && { books: randomBooks(random.of('books')) }),
    measures: [
      {
        name,
        unit,
        from,
        to,
        every: 'month',
        ramp: random.whole(6, 14),
        result: [random.between(0.2, 0.8), random.between(0.4, 1.1)],
        baseline: random.pick(['measured', 'measured', 'measured', 'estimate', 'after_go_live'] as const),
        follow: random.pick(FOLLOWS),
        source: 'Udtræk',
      },
    ],
  };
}

const FUNCTIONS = ['3.22.01', '5.25.14', '5.30.26', '5.30.27', '5.68.90', '6.45.51', '6.45.52', '2.28.11'] as const;

function randomBooks(random: RandomSource): [account: string, costCentre: string] {
  return [random.pick(FUNCTIONS), String(random.whole(10_000, 69_999))];
}
