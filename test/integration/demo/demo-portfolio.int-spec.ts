import { createHash } from 'node:crypto';
import { type BenefitState, type Frequency, isApproved, obligationsOf } from '@hoest/benefits';
import { nextGate, type Phase } from '@hoest/portfolio';
import { generatePortfolio, type PortfolioOptions } from '../../../tools/demo/generate-portfolio';
import { COLUMNS, type OrganisationRows, type Row, type Table, TABLES } from '../../../tools/demo/rows/tables';

const TODAY = '2026-11-24';
/** Ends of short and long months, a leap day, and the first day of a year. */
const OTHER_DAYS = ['2026-07-31', '2027-01-01', '2027-03-31', '2028-02-29', '2030-10-01'];

const aastrup = (referenceDate = TODAY, seed = 'hoest') => [
  ...generatePortfolio({ seed, referenceDate, kind: 'aastrup' }),
];
const random = (options: Partial<PortfolioOptions> = {}) => [
  ...generatePortfolio({
    seed: 'hoest',
    referenceDate: TODAY,
    kind: 'random',
    organisations: 2,
    initiatives: 16,
    benefits: 4,
    months: 6,
    ...options,
  }),
];

const asText = (value: unknown) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}n` : one));
const checksum = (organisations: OrganisationRows[]) =>
  createHash('sha256').update(asText(organisations)).digest('hex');
const rowsOf = <T extends Table>(organisations: OrganisationRows[], table: T): Row<T>[] =>
  organisations.flatMap(({ tables }) => tables[table] as Row<T>[]);

describe('demo portfolio', () => {
  it('is the same for the same seed and day, and another for another', () => {
    expect(checksum(aastrup())).toBe(checksum(aastrup()));
    expect(checksum(random())).toBe(checksum(random()));
    expect(checksum(aastrup(TODAY, 'other'))).not.toBe(checksum(aastrup()));
    expect(checksum(aastrup('2026-11-25'))).not.toBe(checksum(aastrup()));
  });

  it('has the size it promises', () => {
    const [municipality, neighbour] = aastrup();
    expect(municipality?.tables.initiative).toHaveLength(62);
    expect(municipality?.tables.benefit.length).toBeGreaterThan(100);
    expect(municipality?.tables.unit.filter(({ level }) => level === 1)).toHaveLength(6);
    expect(municipality?.tables.person.length).toBeGreaterThanOrEqual(45);
    expect(municipality?.tables.account.map(({ email }) => email)).toEqual(
      ['manager', 'leader', 'finance', 'office', 'admin', 'auditor', 'controller'].map(
        (name) => `${name}@aastrup.example`,
      ),
    );
    expect(neighbour?.tables.initiative).toHaveLength(5);
    expect(neighbour?.tables.account.map(({ email }) => email)).toEqual(['admin@nabo.example']);
  });

  it('makes random portfolios of the size asked for', () => {
    for (const { tables } of random({ organisations: 3, initiatives: 24, benefits: 8, months: 9 })) {
      expect(tables.initiative).toHaveLength(24);
      expect(tables.benefit).toHaveLength(24 * 8);
      expect(tables.initiative.filter(({ go_live_actual }) => go_live_actual !== null)).toHaveLength(21);
      const due = tables.obligation.filter(({ due_on }) => String(due_on) <= TODAY);
      expect(due).toHaveLength(21 * 8 * 9);
    }
  });

  it('fills every column of every row, and only those', () => {
    for (const { tables } of [...aastrup(), ...random()]) {
      for (const table of TABLES) {
        for (const row of tables[table]) expect(Object.keys(row).sort()).toEqual([...COLUMNS[table]].sort());
      }
    }
  });

  it('gives no name to two people', () => {
    const names = rowsOf(aastrup(), 'person').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { tables } of random({ initiatives: 200 })) {
      expect(new Set(tables.person.map(({ name }) => name)).size).toBe(tables.person.length);
    }
  });

  it('has a different text for each initiative and no filler', () => {
    const initiatives = rowsOf(aastrup(), 'initiative');
    for (const column of ['title', 'problem', 'expected_gain'] as const) {
      expect(new Set(initiatives.map((row) => row[column])).size).toBe(initiatives.length);
    }
    expect(asText(aastrup())).not.toMatch(/lorem|ipsum|todo|asdf/i);
  });

  describe.each([TODAY, ...OTHER_DAYS])('told on %s', (today) => {
    const organisations = [
      ...aastrup(today),
      ...generatePortfolio({
        seed: 's',
        referenceDate: today,
        kind: 'random',
        initiatives: 40,
        benefits: 2,
        months: 3,
      }),
    ];
    const initiativeOf = new Map(rowsOf(organisations, 'initiative').map((row) => [row.id, row]));
    const measuresOf = Map.groupBy(rowsOf(organisations, 'measure'), ({ benefit_id }) => benefit_id);
    const measurementsOf = Map.groupBy(rowsOf(organisations, 'measurement'), ({ measure_id }) => measure_id);
    const versionsOf = Map.groupBy(rowsOf(organisations, 'plan_version'), ({ benefit_id }) => benefit_id);
    const benefits = rowsOf(organisations, 'benefit');

    it('knows nothing of days to come', () => {
      const happened =
        /^(created_at|updated_at|recorded_at|.*_since|go_live_actual|start_actual|actual_start|actual_end|closed_on|.*confirmed_on|decided_on|executed_on|phase_started_on|held_on|measured_on|approved_on|frozen_on|first_realised_on|adopted_on|month)$/;
      const ahead = TABLES.flatMap((table) =>
        rowsOf(organisations, table).flatMap((row) =>
          Object.entries(row)
            .filter(
              ([column, value]) => happened.test(column) && typeof value === 'string' && value.slice(0, 10) > today,
            )
            .map(([column, value]) => `${table}.${column} ${value}`),
        ),
      );
      expect(ahead).toEqual([]);
    });

    it('freezes a plan exactly where the initiative is live and the benefit approved', () => {
      for (const benefit of benefits) {
        const live = initiativeOf.get(benefit.initiative_id)?.go_live_actual ?? null;
        const kinds = (versionsOf.get(benefit.id) ?? []).map(({ kind }) => kind);
        const approved = isApproved(benefit.state as BenefitState);
        expect({ approved, on: benefit.approved_on !== null, version: kinds.includes('approved') }).toEqual({
          approved,
          on: approved,
          version: approved,
        });
        expect(kinds.includes('frozen_at_go_live')).toBe(approved && live !== null);
        expect(benefit.frozen_on).toBe(approved ? live : null);
        if (approved && live !== null) expect(benefit.state).not.toBe('approved');
      }
    });

    it('calls a benefit realised only where measurements say so', () => {
      const realised = benefits.filter(({ state }) => state === 'realised' || state === 'sustained');
      for (const benefit of realised) {
        const lead = measuresOf.get(benefit.id)?.[0];
        const last = lead && measurementsOf.get(lead.id)?.at(-1);
        expect(last).toBeDefined();
        expect(benefit.first_realised_on).not.toBeNull();
      }
      expect(realised.length).toBeGreaterThan(5);
    });

    it('owes measurements by the schedule of the product', () => {
      const owed = Map.groupBy(rowsOf(organisations, 'obligation'), ({ measure_id }) => measure_id);
      for (const measure of rowsOf(organisations, 'measure')) {
        const rows = owed.get(measure.id) ?? [];
        const until = String(rows.at(-1)?.period_start ?? today);
        const facts = {
          frequency: measure.frequency as Frequency,
          firstDue: measure.first_due as string | null,
          trackUntil: null,
          startsOn: null,
        };
        const expected = obligationsOf(facts, until);
        expect(rows.map(({ period_start, due_on, grace_until }) => [period_start, due_on, grace_until])).toEqual(
          expected.map(({ periodStart, dueOn, graceUntil }) => [periodStart, dueOn, graceUntil]),
        );
      }
    });

    it('answers each obligation once, within its period or after it', () => {
      const owed = new Map(rowsOf(organisations, 'obligation').map((row) => [row.id, row]));
      const answered = rowsOf(organisations, 'measurement').filter(
        ({ obligation_id, supersedes_id }) => obligation_id !== null && supersedes_id === null,
      );
      expect(new Set(answered.map(({ obligation_id }) => obligation_id)).size).toBe(answered.length);
      for (const { obligation_id, measured_on } of answered) {
        expect(String(measured_on) >= String(owed.get(obligation_id)?.period_start)).toBe(true);
      }
    });

    it('passes gates in their order, up to the phase', () => {
      const passed = Map.groupBy(rowsOf(organisations, 'gate_passage'), ({ initiative_id }) => initiative_id);
      for (const initiative of initiativeOf.values()) {
        const passages = passed.get(initiative.id) ?? [];
        const days = passages.map(({ phase_started_on }) => String(phase_started_on));
        expect(days).toEqual([...days].sort());
        const gates = passages.map(({ gate }) => gate);
        const standing = {
          phase: initiative.phase as Phase,
          phaseBeforeHold: initiative.phase_before_hold as Phase | null,
          isLive: initiative.go_live_actual !== null,
          followedUp: gates.includes('G7'),
        };
        const next = nextGate(standing);
        if (next && next.gate !== 'G6') expect(gates).not.toContain(next.gate);
      }
    });
  });

  it('leaves enough to do for the first day', () => {
    const [municipality] = aastrup();
    if (!municipality) throw new Error('There is no municipality');
    const { tables } = municipality;
    const manager = tables.person.find(({ email }) => email === 'manager@aastrup.example')?.id;
    const measures = tables.measure.filter(
      (measure) => tables.benefit.find(({ id }) => id === measure.benefit_id)?.measurer_id === manager,
    );
    const answered = new Set(tables.measurement.map(({ obligation_id }) => obligation_id));
    const open = tables.obligation.filter(
      ({ id, measure_id, due_on }) =>
        measures.some((measure) => measure.id === measure_id) && String(due_on) <= TODAY && !answered.has(id),
    );
    expect(open.length).toBeGreaterThanOrEqual(4);
    expect(open.length).toBeLessThanOrEqual(15);
    const leader = String(tables.person.find(({ email }) => email === 'leader@aastrup.example')?.id);
    const conditions = tables.decision.flatMap(
      ({ conditions: text }) => JSON.parse(String(text)) as { ownerId: string; closedOn: string | null }[],
    );
    expect(
      conditions.filter(({ ownerId, closedOn }) => ownerId === leader && closedOn === null).length,
    ).toBeGreaterThanOrEqual(2);
    expect(tables.benefit.filter(({ state }) => state === 'profiled').length).toBeGreaterThanOrEqual(10);
  });
});
