import { addDays, addMonths } from '@hoest/quantities';
import fc from 'fast-check';
import type { OrganisationFixture, Row } from './organisation-fixture';

/** One thing that happens: `pick` chooses what, the numbers choose on which rows and with which values. */
export interface Step {
  pick: number;
  numbers: number[];
  /** Days that pass before it. */
  days: number;
}

export const steps = (most: number) =>
  fc.array(
    fc.record({
      pick: fc.nat(9999),
      numbers: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
      days: fc.oneof(
        { arbitrary: fc.constant(0), weight: 3 },
        { arbitrary: fc.integer({ min: 1, max: 120 }), weight: 1 },
      ),
    }),
    { minLength: Math.ceil(most / 2), maxLength: most },
  );

/** Writes what a step says. */
export type Action = (world: RandomHistory, draw: Draw) => Promise<void>;

/** Reads one number after the other as choices. */
export class Draw {
  private position = 0;

  constructor(
    private readonly numbers: readonly number[],
    readonly day: string,
  ) {}

  number(most: number): number {
    return (this.numbers[this.position++ % this.numbers.length] ?? 0) % most;
  }

  of<T>(values: readonly T[]): T {
    return values[this.number(values.length)]!;
  }

  chance(oneIn: number): boolean {
    return this.number(oneIn) === 0;
  }

  maybe<T>(value: T): T | null {
    return this.chance(4) ? null : value;
  }

  /** A day around now, often exactly at the edge of a window. */
  date(): string {
    const edges = [0, 1, -1, -35, -36, 30].map((days) => addDays(this.day, days));
    const months = [-3, -6, -12, -24, -36].flatMap((back) => {
      const edge = addMonths(this.day, back);
      return [edge, addDays(edge, 1), addDays(edge, -1)];
    });
    const anywhere = addDays(this.day, this.number(1500) - 1200);
    return this.of([...edges, ...months, anywhere, anywhere, anywhere, anywhere, anywhere]);
  }

  value(): string {
    return this.of(['14', '7', '10.5', '9', '16', '0', '7.7', '1.25', '13.333333', String(this.number(40))]);
  }
}

/** Writes random rows of every kind into an organisation, edits and deletes them. Uses plain SQL as any program would. */
export class RandomHistory {
  private readonly ids = new Map<string, string[]>();
  private serial = 0;

  constructor(readonly org: OrganisationFixture) {}

  list(table: string): string[] {
    return this.ids.get(table) ?? [];
  }

  async add(table: string, values: Row): Promise<string> {
    const id = await this.org.insert(table, values);
    if (id) this.ids.set(table, [...this.list(table), id]);
    return id;
  }

  any(table: string, draw: Draw): string | null {
    const known = this.list(table);
    return known.length === 0 ? null : draw.of(known);
  }

  async edit(table: string, draw: Draw, values: Row): Promise<void> {
    const id = this.any(table, draw);
    if (id) await this.org.update(table, id, values);
  }

  code(): string {
    return `R${++this.serial}`;
  }

  /** Units, leaders, a strategy with goals and two initiatives gone live, so that most steps find what they need. */
  async start(day: string): Promise<void> {
    for (const [code, parent] of [
      ['BU', 'ROOT'],
      ['SKOLE', 'BU'],
      ['TM', 'ROOT'],
    ] as const) {
      await this.org.unit(code, parent);
    }
    this.ids.set(
      'unit',
      [...this.org.units.values()].map(({ id }) => id),
    );
    await this.org.today(addMonths(day, -40));
    for (const unit of ['BU', 'SKOLE', 'TM'] as const)
      this.ids.set('person', [...this.list('person'), await this.org.person(unit)]);
    const { strategyId, goalId } = await this.org.goal(
      { kpi: '%' },
      { adopted_on: addMonths(day, -20), valid_from: addMonths(day, -20) },
    );
    this.ids.set('strategy', [strategyId]).set('goal', [goalId]);
    for (const unit of ['SKOLE', 'TM'] as const) {
      const initiative = await this.org.initiative(unit, {
        owner_id: this.list('person')[0],
        manager_id: this.list('person')[1],
        primary_goal_id: goalId,
        go_live_actual: addMonths(day, -10),
        affected_staff: 20,
        dependencies_answered: true,
        changes_citizen_service: false,
        has_it_delivery: true,
        status_confirmed_on: day,
      });
      await this.org.insert('cost_line', {
        initiative_id: initiative,
        kind: 'one_off',
        plan_minor: '5000',
        currency: 'DKK',
      });
      this.ids.set('initiative', [...this.list('initiative'), initiative]);
    }
  }

  async take(step: Step, day: string, actions: readonly Action[]): Promise<void> {
    const draw = new Draw(step.numbers, day);
    const action = actions[step.pick % actions.length]!;
    await this.org.today(day);
    await action(this, draw);
  }
}
