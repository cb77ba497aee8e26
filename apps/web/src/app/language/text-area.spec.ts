import { provideHttpClient } from '@angular/common/http';
import { Component, computed, DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { UiLocale } from '@hoest/ui';
import { LanguageChoice } from './language-choice';
import { provideLanguage } from './language-providers';
import { textArea } from './text-area';

const loads: string[] = [];
const texts = textArea('spec', {
  da: async () => {
    loads.push('da');
    return { default: { title: 'Portefølje', count: '{n, plural, one {# indsats} other {# indsatser}}' } };
  },
  en: async () => {
    loads.push('en');
    return { default: { title: 'Portfolio', count: '{n, plural, one {# initiative} other {# initiatives}}' } };
  },
});

@Component({
  template: `<h1>{{ t('title') }}</h1>
    <p>{{ count() }}</p>`,
})
class Page {
  readonly t = texts.inject();
  readonly count = computed(() => this.t('count', { n: 1200 }));
}

describe('texts of an area', () => {
  beforeEach(() => {
    document.cookie = 'lang=; max-age=0; path=/';
    loads.length = 0;
    TestBed.configureTestingModule({ imports: [Page], providers: [provideHttpClient(), provideLanguage()] });
    TestBed.inject(UiLocale).language.set('da');
  });

  it('follow a change of language in templates and computed values, without a flash of keys', async () => {
    await TestBed.runInInjectionContext(() => texts.load());
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.textContent).toBe('Portefølje1.200 indsatser');
    await TestBed.inject(LanguageChoice).choose('en');
    await fixture.whenStable();
    expect(element.textContent).toBe('Portfolio1,200 initiatives');
    expect(loads).toEqual(['da', 'en']);
  });

  it('are fetched once per language', async () => {
    for (let visit = 0; visit < 3; visit += 1) await TestBed.runInInjectionContext(() => texts.load());
    expect(loads).toEqual(['da']);
  });

  it('put the language on the document and the choice into a cookie', async () => {
    await TestBed.inject(LanguageChoice).choose('en');
    TestBed.tick();
    expect(TestBed.inject(DOCUMENT).documentElement.lang).toBe('en');
    expect(document.cookie).toContain('lang=en');
    expect(TestBed.inject(LanguageChoice).first()).toBe('en');
    expect(localStorage.getItem('lang')).toBeNull();
  });
});
