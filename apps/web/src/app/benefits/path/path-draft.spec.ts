import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Benefit, Measure } from '@hoest/contracts';
import { BenefitStore } from '../benefit/benefit-store';
import { provideLanguageForSpecs } from '../../language/language-for-specs';
import { PathDraft } from './path-draft';

const MEASURE = {
  id: '01976f00-0000-7000-8000-000000000001',
  version: 3,
  targetPoints: [
    { dueOn: '2026-03-01', value: '412' },
    { dueOn: '2027-03-01', value: '60' },
  ],
} as Measure;
const settle = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

function setUp() {
  const measure = signal(MEASURE);
  const store = {
    take: (benefit: Benefit) => measure.set(benefit.measures[0]!),
    reading: { reload: () => undefined },
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLanguageForSpecs(),
      PathDraft,
      { provide: BenefitStore, useValue: store },
    ],
  });
  const draft = TestBed.inject(PathDraft);
  const http = TestBed.inject(HttpTestingController);
  draft.measure.set(measure());
  const put = async () => {
    await settle(5);
    const call = http.expectOne(`/api/v1/measures/${MEASURE.id}/target-points`);
    const points = (call.request.body as { points: Measure['targetPoints'] }).points;
    return {
      points,
      version: call.request.headers.get('If-Match'),
      answer: async () => {
        const version = measure().version + 1;
        call.flush({ measures: [{ ...MEASURE, version, targetPoints: points }] });
        await settle();
      },
      refuse: async (body: object, status: number) => {
        call.flush(body, { status, statusText: 'Refused' });
        await settle(5);
      },
    };
  };
  const type = (value: string) =>
    draft.set(draft.rows().map((row) => (row.dueOn === '2027-03-01' ? { ...row, value } : row)));
  return { draft, http, put, type, measure };
}

describe('the draft of a target path', () => {
  it('saves what is typed with the version it was read at, and can take it back', async () => {
    const { draft, put, type } = setUp();
    type('80');
    const first = await put();
    expect([first.points[1]?.value, first.version, draft.unsaved()]).toEqual(['80', '"3"', true]);
    await first.answer();
    expect([draft.state().kind, draft.points()[1]?.value, draft.unsaved()]).toEqual(['saved', '80', false]);
    void draft.undo();
    const back = await put();
    expect([back.points[1]?.value, back.version]).toEqual(['60', '"4"']);
  });

  it('waits its turn while a save is under way, and then saves what is wanted by now', async () => {
    const { draft, put, type } = setUp();
    type('80');
    const first = await put();
    type('60');
    await settle(5);
    await first.answer();
    const second = await put();
    expect([second.points[1]?.value, second.version]).toEqual(['60', '"4"']);
    await second.answer();
    expect(draft.points()[1]?.value).toBe('60');
  });

  it('saves nothing while two points share a day or nothing has changed', async () => {
    const { draft, http } = setUp();
    draft.set(draft.rows().map((row) => ({ ...row, dueOn: '2026-03-01' })));
    await settle(5);
    expect(draft.repeated()).toEqual(new Set(['2026-03-01']));
    draft.set(draft.rows().map((row, index) => ({ ...row, ...MEASURE.targetPoints[index] })));
    await settle(5);
    http.verify();
  });

  it('keeps both paths when somebody else changed it meanwhile', async () => {
    const { draft, put, type, measure } = setUp();
    type('80');
    const call = await put();
    await call.refuse({ code: 'stale', title: '', status: 412, detail: '' }, 412);
    const theirs = [MEASURE.targetPoints[0]!, { dueOn: '2027-03-01', value: '100' }];
    measure.set({ ...MEASURE, version: 4, targetPoints: theirs });
    draft.measure.set(measure());
    const state = draft.state();
    expect(state.kind === 'conflict' && [state.mine, state.theirs]).toEqual([
      '412 (01.03.2026), 80 (01.03.2027)',
      '412 (01.03.2026), 100 (01.03.2027)',
    ]);
    void draft.again();
    const again = await put();
    expect([again.points[1]?.value, again.version]).toEqual(['80', '"4"']);
  });
});
