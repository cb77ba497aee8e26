import { randomUUID } from 'node:crypto';
import type { TrackRecordRow } from '@hoest/contracts';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from '../portfolio/portfolio-fixture';

const AS_OF = '2026-06-30';
const month = (number: number) => `2025-${String(number).padStart(2, '0')}-01`;

describe('the track record', () => {
  let api: ApiUnderTest;
  let house: PortfolioUnderTest;
  let neighbours: PortfolioUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    neighbours = await PortfolioUnderTest.start(api, 'Naboby');
  });
  afterAll(() => api.stop());

  beforeEach(async () => {
    house = await PortfolioUnderTest.start(api);
  });

  /** A benefit that ended at the end of 2025, promising and giving these amounts. */
  async function closed(
    planned: number,
    realised: number | null,
    fields: object = {},
    unitId?: string,
  ): Promise<string> {
    const initiative = await house.initiative({ title: `Indsats ${randomUUID()}`, ...(unitId && { unitId }) });
    return house.benefit(initiative.id, { ends_on: '2025-12-31', ...fields }, [
      { month: month(1), planned, realised: realised ?? 0, status: realised === null ? 'not_measured' : 'measured' },
    ]);
  }
  const record = (query = `?asOf=${AS_OF}`) => house.read(`/finance/track-record${query}`);
  const row = (answer: { rows: TrackRecordRow[] }, by: string, key: string | null) =>
    answer.rows.find((one) => one.by === by && one.key === key);
  const corrected = async (id: string) => house.read(`/benefits/${id}/corrected-expectation`);

  it('has nothing to say without closed benefits, and corrects by the defaults', async () => {
    const { id } = await house.initiative();
    const promise = await house.benefit(id, { full_year_value_minor: 120_000_000, estimate_basis: 'comparable' });
    const answer = await record('');
    expect(answer).toMatchObject({ ownFrom: 10, organisation: { cases: 0, accuracy: null, bias: null, ratio: null } });
    expect(answer.rows.map(({ by, key, factorUsed, reason }: TrackRecordRow) => [by, key, factorUsed, reason])).toEqual(
      [
        ['basis', 'measured_pilot', '0.95', 'default'],
        ['basis', 'comparable', '0.85', 'default'],
        ['basis', 'expert', '0.7', 'default'],
        ['basis', 'assumption', '0.5', 'default'],
      ],
    );
    expect(await corrected(promise)).toMatchObject({
      promisedMinor: '120000000',
      correctedMinor: '102000000',
      factor: '0.85',
      reason: 'default',
      classCases: 0,
      organisationCases: 0,
    });
    const silent = await house.benefit(id, { full_year_value_minor: 100 });
    expect(await corrected(silent)).toMatchObject({ correctedMinor: null, factor: null, reason: null });
    const quality = await house.benefit(id, { class: 'quality', monetised: false, estimate_basis: 'expert' });
    expect(await corrected(quality)).toMatchObject({ promisedMinor: null, correctedMinor: null, factor: '0.7' });
  });

  it('computes accuracy and bias as the rules do (F20), by class, administration and basis', async () => {
    const other = await house.unit();
    const below = await house.unit(other.id, 'Vejafdelingen');
    await closed(100, 80, { estimate_basis: 'expert' });
    await closed(200, 260, {}, other.id);
    await closed(300, 150, { class: 'income', estimate_basis: 'expert' }, below.id);
    const answer = await record();
    expect(answer.organisation).toEqual({
      cases: 3,
      plannedMinor: '600',
      realisedMinor: '490',
      accuracy: '0.616667',
      bias: '-0.183333',
      ratio: '0.816667',
    });
    expect(row(answer, 'class', 'cash_releasing')).toMatchObject({ cases: 2, ratio: '1.133333', factorUsed: null });
    expect(row(answer, 'class', 'income')).toMatchObject({ cases: 1, accuracy: '0.5', bias: '-0.5' });
    expect(row(answer, 'unit', other.id)).toMatchObject({ cases: 2, name: 'Teknik og miljø', plannedMinor: '500' });
    expect(row(answer, 'basis', 'expert')).toMatchObject({ cases: 2, plannedMinor: '400', factorUsed: '0.7' });
    expect(row(answer, 'basis', null)).toMatchObject({ cases: 1, factorUsed: null, reason: 'default' });
    const scoped = await record(`?asOf=${AS_OF}&unitId=${below.id}`);
    expect([scoped.scope.cases, scoped.organisation.cases]).toEqual([1, 3]);
  });

  it('counts what is closed and was promised: ended, closed, written off, live for a year; within 36 months', async () => {
    await closed(100, null, { ends_on: null, state: 'closed', state_since: '2026-01-15' });
    await closed(100, null, { ends_on: null, state: 'written_off', state_since: '2026-01-15' });
    const id = await closed(100, 100, { ends_on: null });
    await api.owner.query(
      `update initiative i set go_live_actual = '2025-06-30' from benefit b where b.organisation_id = i.organisation_id
         and b.initiative_id = i.id and b.id = $1`,
      [id],
    );
    await closed(100, 100, { ends_on: '2026-07-01' });
    await closed(100, 100, { ends_on: '2023-06-30' });
    await closed(100, 100, { ends_on: '2023-07-01' });
    await closed(0, 100);
    await closed(100, 100, { polarity: -1 });
    await closed(100, 100, { currency: 'EUR' });
    await closed(100, 100, { monetised: false });
    expect((await record()).organisation).toMatchObject({ cases: 4, plannedMinor: '400', realisedMinor: '200' });
    expect((await record('?asOf=2026-07-01')).organisation).toMatchObject({ cases: 4, plannedMinor: '400' });
  });

  it('leaves out months that are not due, but none that nobody owes a measurement for', async () => {
    const initiative = await house.initiative();
    const months = [
      { month: month(1), planned: 100, realised: 90, status: 'measured' },
      { month: month(2), planned: 100, status: 'not_due' },
      { month: month(3), planned: 100, status: 'not_due' },
    ];
    const id = await house.benefit(initiative.id, { ends_on: '2025-12-31' }, months);
    const measure = randomUUID();
    await api.owner.query(
      `insert into measure (organisation_id, id, benefit_id, name, unit, direction, frequency) values ($1, $2, $3, 'Dage', 'dage', 'down', 'month')`,
      [house.organisationId, measure, id],
    );
    await api.owner.query(
      `insert into obligation (organisation_id, measure_id, period_start, period_end, due_on, grace_until)
       values ($1, $2, '2025-03-01', '2025-03-31', '2027-01-01', '2027-02-01')`,
      [house.organisationId, measure],
    );
    expect((await record()).organisation).toMatchObject({ plannedMinor: '200', realisedMinor: '90' });
  });

  it('from ten closed benefits on corrects by experience, a small class drawn towards the organisation', async () => {
    const today = await house.day(-1);
    for (let n = 0; n < 16; n += 1) await closed(1000, 875, { ends_on: today });
    for (let n = 0; n < 4; n += 1) await closed(1000, 500, { ends_on: today, class: 'income' });
    const { id } = await house.initiative();
    const promise = (fields: object) =>
      house.benefit(id, { full_year_value_minor: 120_000_000, estimate_basis: 'assumption', ...fields });
    // The worked example of the rule: Z = 4/14, 0.5 drawn towards 0.8.
    expect(await corrected(await promise({ class: 'income' }))).toMatchObject({
      factor: '0.714286',
      correctedMinor: '85714286',
      reason: 'shrunk',
      credibility: '0.285714',
      classCases: 4,
      classRatio: '0.5',
      organisationCases: 20,
      organisationRatio: '0.8',
    });
    expect(await corrected(await promise({ class: 'climate' }))).toMatchObject({ factor: '0.8', reason: 'own' });
    expect(await corrected(await promise({ class: 'income', polarity: -1 }))).toMatchObject({ promisedMinor: null });
    const answer = await record('');
    expect(row(answer, 'class', 'income')).toMatchObject({ factorUsed: '0.714286', reason: 'shrunk', cases: 4 });
    expect(row(answer, 'basis', 'expert')).toMatchObject({ factorUsed: '0.8', reason: 'own', cases: 0 });
  });

  it('corrects what the plan in force promises, not what was typed later', async () => {
    const { id } = await house.initiative();
    const benefit = await house.benefit(id, { full_year_value_minor: 999, estimate_basis: 'expert' });
    await api.owner.query(
      `insert into plan_version (organisation_id, benefit_id, number, kind, decided_on, full_year_value_minor, attribution)
       values ($1, $2, 1, 'approved', '2025-01-01', 1000, 1)`,
      [house.organisationId, benefit],
    );
    expect(await corrected(benefit)).toMatchObject({ promisedMinor: '1000', correctedMinor: '700' });
  });

  it('holds what was measured in money against the promise in the prices of the promise (F8)', async () => {
    const measuredInMoney = async (planned: number, realised: number, priceYear: number | null) => {
      const id = await closed(planned, realised, { price_year: priceYear });
      await api.owner.query(
        `insert into measure (organisation_id, benefit_id, name, unit, direction, frequency, money_basis) values ($1, $2, 'Forbrug', 'kr.', 'up', 'month', 'amount')`,
        [house.organisationId, id],
      );
    };
    await measuredInMoney(50_000_000, 51_750_000, 2024);
    expect(await record()).toMatchObject({ organisation: { cases: 0 }, unpriced: { cases: 1, years: [2025] } });
    await api.owner.query(
      `insert into setting (organisation_id, name, valid_from, value) values ($1, 'price_index', '2024-01-01', '{"source": "KL", "levels": {"2024": "100", "2025": "103.5"}}')`,
      [house.organisationId],
    );
    expect(await record()).toMatchObject({
      organisation: { cases: 1, plannedMinor: '50000000', realisedMinor: '50000000', bias: '0', accuracy: '1' },
      unpriced: { cases: 0, years: [] },
    });
    // A share of the promise is in its prices already, and without a price year both are in those of the month.
    await closed(50_000_000, 51_750_000, { price_year: 2024, class: 'income' });
    await measuredInMoney(50_000_000, 51_750_000, null);
    const answer = await record();
    expect(row(answer, 'class', 'income')).toMatchObject({ ratio: '1.035' });
    expect(answer.organisation).toMatchObject({ cases: 3, realisedMinor: '153500000' });
  });

  it('looks at nothing of another organisation, and knows no unit and no benefit of it', async () => {
    await closed(100, 50);
    expect((await neighbours.read('/finance/track-record')).organisation.cases).toBe(0);
    const path = `/finance/track-record?unitId=${house.home.unitId}`;
    expect((await neighbours.call('GET', path)).status).toBe(404);
    expect((await neighbours.call('GET', '/finance/track-record?asOf=yesterday')).status).toBe(400);
  });
});
