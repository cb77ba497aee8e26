import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { Scope } from './scope';
import { ScopeLink } from './scope-link';

@Component({
  imports: [ScopeLink],
  template: `<a id="plain" scopeLink="/maturity">x</a
    ><a id="with" [scopeLink]="['/initiatives', 7]" [params]="params()">y</a>`,
})
class Page {
  readonly params = signal({ tab: 'costs' });
}

async function setUp(address: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', component: Page }]),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLanguageForSpecs(),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  await harness.fixture.whenStable();
  const href = (id: string) => harness.routeNativeElement?.querySelector(`#${id}`)?.getAttribute('href');
  return { harness, href, scope: TestBed.inject(Scope), router: TestBed.inject(Router) };
}

describe('the scope', () => {
  it('is the unit in the address, and links keep it', async () => {
    const { href, scope } = await setUp('/overview?unit=u1&q=x');
    expect(scope.unitId()).toBe('u1');
    expect([href('plain'), href('with')]).toEqual(['/maturity?unit=u1', '/initiatives/7?unit=u1&tab=costs']);
  });

  it('is the whole organisation without one', async () => {
    const { href, scope } = await setUp('/overview');
    expect([scope.unitId(), href('plain')]).toEqual([undefined, '/maturity']);
  });

  it('changes the address and leaves the rest of it, except a list position', async () => {
    const { harness, href, scope, router } = await setUp('/initiatives?q=x&cursor=abc');
    await scope.choose('u2');
    await harness.fixture.whenStable();
    expect([router.url, href('plain')]).toEqual(['/initiatives?q=x&unit=u2', '/maturity?unit=u2']);
    await scope.choose(undefined);
    expect(router.url).toBe('/initiatives?q=x');
  });

  it('names the unit once the units are read, and reads them once', async () => {
    const { scope } = await setUp('/overview?unit=u1');
    const loaded = scope.load();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/units')
      .flush({ items: [{ id: 'u1', name: 'Ældre og Sundhed' }] });
    await loaded;
    await scope.load();
    expect(scope.name()).toBe('Ældre og Sundhed');
    TestBed.inject(HttpTestingController).verify();
  });
});
