import { TestBed } from '@angular/core/testing';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { WaitingCount } from './waiting-count';

async function show(count: number | undefined) {
  TestBed.configureTestingModule({ providers: [provideLanguageForSpecs()] });
  const fixture = TestBed.createComponent(WaitingCount);
  fixture.componentRef.setInput('of', 'measurements');
  fixture.componentRef.setInput('count', count);
  await fixture.whenStable();
  const shown = fixture.nativeElement as HTMLElement;
  return [shown.querySelector('[aria-hidden]')?.textContent, shown.querySelector('.visually-hidden')?.textContent];
}

describe('the number beside a word of the menu', () => {
  it('is a number to see and words to hear', async () =>
    expect(await show(1200)).toEqual(['1.200', ', shell.waiting.measurements']));

  it.each([0, undefined])('is not there while nothing waits, or nobody knows (%s)', async (count) =>
    expect(await show(count)).toEqual([undefined, undefined]),
  );
});
