import { Database, type Harvest, readHarvest, readYearCosts, systemCaller } from '@hoest/persistence';
import * as fc from 'fast-check';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

/** The read models take the day: the figures can be asked for on a fixed one. */
const TODAY = '2026-07-15';

let api: ApiUnderTest;
let house: PortfolioUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  house = await PortfolioUnderTest.start(api);
});

function harvest(unitId = house.home.rootUnitId): Promise<Harvest> {
  return api.app
    .get(Database)
    .transaction(systemCaller(house.organisationId, 'test'), { readOnly: true }, (tx) =>
      readHarvest(tx, { unitId, currency: 'DKK', today: TODAY, firstMonth: '2024-01-01', lastMonth: '2028-12-01' }),
    );
}

async function initiative(
  columns: Record<string, unknown> = {},
  fields: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await house.initiative(fields);
  for (const [name, value] of Object.entries({ phase: 'realising', go_live_actual: '2025-06-01', ...columns })) {
    await api.owner.query(`update initiative set ${name} = $2 where id = $1`, [id, value]);
  }
  return id;
}

const monthOf = (month: number, planned: number, status: string, realised = 0) => ({
  month: `2026-${String(month).padStart(2, '0')}-01`,
  planned,
  realised,
  status,
});

const addsUp = (parts: Harvest) =>
  BigInt(parts.delayed) + BigInt(parts.notMeasured) + BigInt(parts.shortfall) + BigInt(parts.realised);

describe('the harvest of a year', () => {
  it('is nothing without benefits', async () => {
    expect(await harvest()).toMatchObject({ promised: '0', realised: '0', benefitsDue: 0, months: [] });
  });

  it('counts each krone once: delayed, not measured, below plan, realised – and what is above plan apart (F23)', async () => {
    const live = await initiative();
    await house.benefit(live, {}, [
      monthOf(1, 100, 'measured', 60),
      monthOf(2, 100, 'measured', 120),
      monthOf(3, 200, 'not_measured'),
      monthOf(7, 50, 'not_due'),
      monthOf(8, 50, 'not_due'),
    ]);
    await house.benefit(live, { class: 'quality' }, [monthOf(1, 100, 'measured', 250)]);
    const late = await initiative({ phase: 'executing', go_live_actual: null });
    await house.benefit(late, {}, [
      monthOf(5, 150, 'not_measured'),
      monthOf(6, 150, 'not_due'),
      monthOf(7, 150, 'not_due'),
    ]);
    const parts = await harvest();
    expect(parts).toMatchObject({
      promised: '800',
      delayed: '300',
      notMeasured: '200',
      shortfall: '20',
      realised: '280',
      realisedCash: '180',
      surplus: '150',
      benefitsDue: 3,
      benefitsNotMeasured: 1,
    });
    expect(addsUp(parts)).toBe(BigInt(parts.promised));
  });

  it('counts months before a late go-live as delayed, unless they were measured', async () => {
    const late = await initiative({ go_live_actual: '2026-03-10' });
    await house.benefit(late, {}, [
      monthOf(1, 100, 'not_measured'),
      monthOf(2, 100, 'measured', 40),
      monthOf(3, 100, 'not_measured'),
    ]);
    expect(await harvest()).toMatchObject({
      promised: '300',
      delayed: '100',
      notMeasured: '100',
      shortfall: '60',
      realised: '40',
    });
  });

  it('subtracts disbenefits, part by part', async () => {
    const live = await initiative();
    await house.benefit(live, {}, [monthOf(1, 100, 'measured', 100)]);
    await house.benefit(live, { polarity: -1 }, [monthOf(1, 30, 'measured', 50), monthOf(2, 30, 'not_measured')]);
    const parts = await harvest();
    expect(parts).toMatchObject({ promised: '40', realised: '70', notMeasured: '-30', surplus: '-20', shortfall: '0' });
    expect(addsUp(parts)).toBe(40n);
  });

  it('leaves out other years, other currencies, stopped initiatives and other units', async () => {
    const live = await initiative();
    await house.benefit(live, {}, [{ month: '2025-12-01', planned: 100, realised: 100, status: 'measured' }]);
    await house.benefit(live, { currency: 'EUR', full_year_value_minor: 5 }, [monthOf(1, 100, 'measured', 100)]);
    const stopped = await initiative({ phase: 'stopped' });
    await house.benefit(stopped, {}, [monthOf(1, 100, 'measured', 100)]);
    const elsewhere = await house.unit();
    await house.benefit(await initiative({}, { unitId: elsewhere.id }), {}, [monthOf(1, 7, 'measured', 7)]);
    const parts = await harvest();
    expect(parts).toMatchObject({ promised: '7', realised: '7', otherCurrencies: ['EUR'] });
    expect(parts.months).toEqual([
      { month: '2025-12-01', planned: '100', plannedDue: '100', realised: '100', isDue: true },
      { month: '2026-01-01', planned: '7', plannedDue: '7', realised: '7', isDue: true },
    ]);
    expect((await harvest(house.home.unitId)).promised).toBe('0');
    expect((await harvest(elsewhere.id)).promised).toBe('7');
  });

  it('adds up whatever the months are', async () => {
    const live = await initiative();
    const late = await initiative({ phase: 'executing', go_live_actual: null });
    const months = fc.uniqueArray(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        planned: fc.integer({ min: 0, max: 1_000_000 }),
        realised: fc.integer({ min: -1_000_000, max: 2_000_000 }),
        status: fc.constantFrom('measured', 'not_measured', 'not_due'),
      }),
      { selector: ({ month }) => month, maxLength: 12 },
    );
    const benefits = fc.array(fc.record({ months, polarity: fc.constantFrom(1, -1), isLate: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(benefits, async (drawn) => {
        await api.owner.query('delete from benefit where organisation_id = $1', [house.organisationId]);
        for (const { months: rows, polarity, isLate } of drawn) {
          await house.benefit(
            isLate ? late : live,
            { polarity },
            rows.map(({ month, planned, realised, status }) =>
              monthOf(month, planned, status, status === 'measured' ? realised : 0),
            ),
          );
        }
        const parts = await harvest();
        expect(addsUp(parts)).toBe(BigInt(parts.promised));
        const due = parts.months.filter(({ month }) => month <= TODAY);
        const sum = (field: 'plannedDue' | 'realised') => due.reduce((total, row) => total + BigInt(row[field]), 0n);
        expect(sum('plannedDue')).toBe(BigInt(parts.promised));
        expect(sum('realised')).toBe(BigInt(parts.realised) + BigInt(parts.surplus));
      }),
      { numRuns: 25 },
    );
  });
});

describe('costs per year', () => {
  const costs = (unitId = house.home.rootUnitId) =>
    api.app
      .get(Database)
      .transaction(systemCaller(house.organisationId, 'test'), { readOnly: true }, (tx) =>
        readYearCosts(tx, { unitId, firstYear: 2024, lastYear: 2027, today: TODAY }),
      );
  const line = (id: string, fields: Record<string, unknown>) => house.made(`/initiatives/${id}/cost-lines`, fields);

  it('takes the actual amount of years gone by, and the forecast of those to come', async () => {
    const id = await initiative();
    const all = { planMinor: '1', forecastMinor: '20', actualMinor: '300' };
    await line(id, { kind: 'one_off', year: 2025, ...all });
    await line(id, { kind: 'one_off', year: 2026, ...all });
    await line(id, { kind: 'operation', year: 2026, planMinor: '4000' });
    await line(id, { kind: 'operation', year: 2025, forecastMinor: '7', planMinor: '9' });
    await line(id, { kind: 'internal_hours', year: 2026, planMinor: '99999' });
    await line(id, { kind: 'one_off', planMinor: '50000' });
    await line(id, { kind: 'one_off', year: 2023, planMinor: '1' });
    await line(id, { kind: 'one_off', year: 2026, planMinor: '8', currency: 'EUR' });
    expect(await costs()).toEqual([
      { year: 2025, currency: 'DKK', oneOff: '300', operation: '7' },
      { year: 2026, currency: 'DKK', oneOff: '20', operation: '4000' },
      { year: 2026, currency: 'EUR', oneOff: '8', operation: '0' },
      { year: null, currency: 'DKK', oneOff: '50000', operation: '0' },
    ]);
  });

  it('counts of what is not approved only what was spent', async () => {
    for (const phase of ['idea', 'stopped']) {
      const id = await initiative({ phase });
      await line(id, { kind: 'one_off', year: 2025, planMinor: '100', actualMinor: '3' });
      await line(id, { kind: 'one_off', year: 2027, planMinor: '100' });
    }
    const held = await initiative({ phase: 'on_hold', phase_before_hold: 'executing' });
    await line(held, { kind: 'one_off', year: 2027, planMinor: '11' });
    expect(await costs()).toEqual([
      { year: 2025, currency: 'DKK', oneOff: '6', operation: '0' },
      { year: 2027, currency: 'DKK', oneOff: '11', operation: '0' },
    ]);
  });
});
