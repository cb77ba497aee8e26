import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { FindBenefit } from './find-benefit';

const benefit = (id: string, title: string) => ({ id, title, initiativeCode: '2025-001', initiativeTitle: 'Porto' });
const isList = ({ url }: { url: string }) => url === '/api/v1/benefits';

async function open() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
  });
  const fixture = TestBed.createComponent(FindBenefit);
  for (const [name, value] of Object.entries({ reportable: true, listLabel: 'Find gevinst', none: 'Ingen' }))
    fixture.componentRef.setInput(name, value);
  const chose = jest.fn();
  fixture.componentInstance.chose.subscribe(chose);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  const answer = async (...items: ReturnType<typeof benefit>[]) => {
    const call = http.expectOne(isList);
    call.flush({ items, nextCursor: null, total: items.length, sums: [] });
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
    return call.request.params;
  };
  const trigger = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  const list = () => document.querySelector<HTMLElement>('ui-option-list');
  const type = async (text: string) => {
    const field = list()!.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(250);
    fixture.detectChanges();
  };
  return { fixture, chose, answer, trigger, list, type };
}

describe('finding a benefit', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks the server while one types, says so, and keeps what was chosen', async () => {
    const { fixture, chose, answer, trigger, list, type } = await open();
    const first = await answer(benefit('a', 'Lavere porto'));
    expect([first.get('filter[reportable]'), first.get('q')]).toEqual(['true', null]);
    trigger.click();
    fixture.detectChanges();
    await type('på vikarer');
    expect(list()?.textContent).toContain('Søger …');
    expect((await answer(benefit('b', 'Udgift på vikarer'))).get('q')).toBe('på vikarer');
    const options = [...list()!.querySelectorAll<HTMLElement>('[role=option]')];
    expect(options.map(({ textContent }) => textContent?.trim())).toEqual(['Udgift på vikarer2025-001 Porto']);
    options[0]!.click();
    fixture.detectChanges();
    expect(chose).toHaveBeenCalledWith(expect.objectContaining({ id: 'b' }));
    expect([fixture.componentInstance.value(), trigger.textContent?.trim()]).toEqual(['b', 'Udgift på vikarer']);
  });
});
