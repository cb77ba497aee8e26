import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Job } from '@hoest/contracts';
import { provideLanguageForSpecs } from '../../language/language-for-specs';
import { SessionStore } from '../../organisation/session-store';
import { JobProgress } from './job-progress';

const ID = '01890000-0000-7000-8000-000000000009';

const job = (overrides: Partial<Job> = {}): Job => ({
  id: ID,
  kind: 'commit-import',
  state: 'running',
  phase: 'writing',
  progress: 0.4,
  done: 40,
  total: 100,
  subjectKind: 'import',
  subjectId: null,
  result: null,
  problem: null,
  cancelRequested: false,
  createdAt: '2026-11-24T12:00:00Z',
  startedAt: '2026-11-24T12:00:01Z',
  finishedAt: null,
  ...overrides,
});

function setUp(mayCancel = true) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideLanguageForSpecs(),
      { provide: SessionStore, useValue: { may: () => mayCancel } },
    ],
  });
  const fixture = TestBed.createComponent(JobProgress);
  const ended: Job[] = [];
  fixture.componentInstance.finished.subscribe((one) => ended.push(one));
  fixture.componentRef.setInput('jobId', ID);
  fixture.componentRef.setInput('name', 'Importerer portefølje.csv');
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const answer = async (body: Job) => {
    await settle();
    http.expectOne(`/api/v1/jobs/${ID}`).flush(body);
    await settle();
  };
  const element = fixture.nativeElement as HTMLElement;
  const button = (text: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === text);
  return { fixture, http, answer, settle, ended, element, button };
}

describe('JobProgress', () => {
  it('shows work that is counted in hundredths as a percentage, others as things', async () => {
    const { answer, element, fixture } = setUp();
    await answer(job());
    const bar = () => element.querySelector('[role=progressbar]');
    expect(bar()?.getAttribute('aria-valuenow')).toBe('40');
    expect(element.textContent).toContain('40\u00a0%');
    expect(element.textContent).toContain('job.phase.writing');
    fixture.destroy();
    TestBed.resetTestingModule();
    const other = setUp();
    await other.answer(job({ phase: 'recalculating', done: 30, total: 62, progress: 30 / 62 }));
    expect(other.element.textContent).toContain('30 af 62');
  });

  it('asks the job to stop and says that it will', async () => {
    const { answer, http, settle, button, ended, element } = setUp();
    await answer(job());
    button('job.cancel')?.click();
    await settle();
    const call = http.expectOne({ method: 'DELETE', url: `/api/v1/jobs/${ID}` });
    call.flush(job({ cancelRequested: true }));
    await settle();
    expect(button('job.cancelling')?.disabled).toBe(true);
    expect(ended).toEqual([]);
    expect(element.textContent).toContain('job.mayClose');
  });

  it('offers no cancelling to people who may not', async () => {
    const { answer, button } = setUp(false);
    await answer(job());
    expect(button('job.cancel')).toBeUndefined();
  });

  it('tells once how the job ended, and why it failed', async () => {
    const { answer, ended, element, settle } = setUp();
    const problem = {
      type: '/problems/rule_refused',
      title: 'En regel siger nej',
      status: 422,
      detail: 'Enheden er nedlagt.',
      instance: '',
      code: 'rule_refused',
      requestId: 'r',
      errors: [{ pointer: '/unitId', code: 'closed', detail: 'Vælg en anden enhed.' }],
    };
    await answer(job({ state: 'failed', phase: 'ended', problem }));
    await settle();
    expect(ended.map(({ state }) => state)).toEqual(['failed']);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Enheden er nedlagt.');
    expect(element.textContent).toContain('Vælg en anden enhed.');
  });
});
