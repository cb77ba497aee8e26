import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { signIn } from './sign-in';

/** Marks what a test makes, so that it finds its own rows among others'. */
export const mark = () => `prøve ${randomBytes(4).toString('hex')}`;

/** First day of a month so many months from now, where the organisation is. */
export function month(offset: number): string {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
  const [year = 0, now = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, now - 1 + offset, 1)).toISOString().slice(0, 10);
}

export const lastDay = (offset: number) =>
  new Date(Date.parse(month(offset + 1)) - 86_400_000).toISOString().slice(0, 10);

/** A call of the api as the person signed in; tests make their own data with it. */
export async function call<Answer>(
  page: Page,
  method: string,
  path: string,
  data?: object,
  version?: number,
): Promise<Answer> {
  const base = process.env['BASE_URL'] ?? 'http://localhost:4300';
  const token = (await page.context().cookies(base)).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.fetch(`${base}/api/v1${path}`, {
    method,
    data,
    headers: {
      origin: new URL(base).origin,
      'x-xsrf-token': token,
      ...(method === 'POST' && { 'idempotency-key': randomBytes(16).toString('hex') }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

interface Row {
  id: string;
  version: number;
}
interface Gain extends Row {
  measures: { id: string }[];
}

export interface OwnGains {
  unitId: string;
  /** Year of the month the gains are about: the last one that ended. */
  year: number;
  titles: string[];
  benefitIds: string[];
}

const FULL_YEAR_MINOR = '120000000';

/**
 * Gains of a unit of the test's own: each promises 1.2 million kroner a year from the last month that ended, is approved, frozen and measured
 * at its target, so that 100,000 kroner of each wait with finance.
 */
export async function ownGains(page: Page, name: string, count: number): Promise<OwnGains> {
  const unit = await ownUnit(page, name);
  await signIn(page, 'leader');
  const profile = await fullProfile(page);
  const initiative = await call<Row>(page, 'POST', '/initiatives', { title: `Nøgleskab, ${name}`, unitId: unit.id });
  await call(page, 'PATCH', `/initiatives/${initiative.id}`, { goLiveActual: month(-2) }, initiative.version);
  const titles = Array.from({ length: count }, (_, index) => `Færre ture ${index + 1}, ${name}`);
  const benefitIds: string[] = [];
  for (const title of titles) {
    const gain = await approvedGain(page, initiative.id, title, profile);
    await call(page, 'POST', `/benefits/${gain.id}/measurements`, {
      measureId: gain.measures[0]?.id,
      date: lastDay(-1),
      value: '60',
      evidenceKind: 'system_extract',
    });
    benefitIds.push(gain.id);
  }
  return { unitId: unit.id, year: Number(month(-1).slice(0, 4)), titles, benefitIds };
}

/** A unit of the test's own below one whose name begins so, or below the organisation. */
export async function ownUnit(page: Page, name: string, below?: string): Promise<Row> {
  await signIn(page, 'admin');
  const { organisation } = await call<{ organisation: { rootUnitId: string } }>(page, 'GET', '/session');
  const { items } = await call<{ items: (Row & { name: string })[] }>(page, 'GET', '/units');
  const parent = below ? items.find((unit) => unit.name.startsWith(below)) : undefined;
  return call<Row>(page, 'POST', '/units', {
    name: `Enhed, ${name}`,
    code: name.slice(-8).toUpperCase(),
    parentId: parent?.id ?? organisation.rootUnitId,
  });
}

/** What a profile needs that no form of these tests is about: goal, owner, and the four acceptance tests. */
export async function fullProfile(page: Page) {
  const { items: goals } = await call<{ items: Row[] }>(page, 'GET', '/goals');
  const { items: people } = await call<{ items: Row[] }>(page, 'GET', '/people?q=Karen&limit=1');
  return {
    goalId: goals[0]?.id,
    ownerId: people[0]?.id,
    testDescription: true,
    testObservation: true,
    testAttribution: true,
    testMeasurement: true,
  };
}

/** A gain of 1.2 million kroner a year from the last month that ended, approved, due each month. */
export async function approvedGain(page: Page, initiativeId: string, title: string, profile: object): Promise<Gain> {
  const created = await call<Gain>(page, 'POST', `/initiatives/${initiativeId}/benefits`, {
    title,
    class: 'cash_releasing',
    startsOn: month(-1),
    fullYearValueMinor: FULL_YEAR_MINOR,
    ...profile,
    measure: {
      name: `Køreture ${title}`,
      unit: 'ture/uge',
      direction: 'down',
      frequency: 'month',
      firstDue: lastDay(-1),
      trackUntil: lastDay(3),
      baseline: { value: '412', measuredOn: month(-7), evidenceKind: 'count' },
      targetPoints: [
        { dueOn: month(-7), value: '412' },
        { dueOn: month(-2), value: '60' },
      ],
    },
  });
  const move = (to: string, { version }: Row) =>
    call<Gain>(page, 'POST', `/benefits/${created.id}/state-moves`, { to }, version);
  return move('approved', await move('profiled', created));
}
