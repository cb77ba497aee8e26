import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { accessTokenRoutes, importRoutes, initiativeRoutes, periodRoutes, sessionRoutes } from '@hoest/contracts';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { PasswordConfirmation } from '../organisation/password-confirmation';
import { ApiClient } from './api-client';
import { ApiProblem } from './api-problem';
import { urlOf } from './call-input';
import { randomKey } from './random-key';

function setUp() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
  });
  return { client: TestBed.inject(ApiClient), http: TestBed.inject(HttpTestingController) };
}

const notSignedIn = {
  type: '/problems/not_signed_in',
  code: 'not_signed_in',
  title: 'Du er ikke logget ind',
  status: 401,
  detail: 'Log ind.',
  instance: '',
  requestId: 'r',
};

describe('ApiClient', () => {
  it('sends the language with every call and a key with every POST', async () => {
    const { client, http } = setUp();
    const answer = client.call(sessionRoutes.signIn, { body: { email: 'leader@aastrup.example', password: 'x' } });
    const call = http.expectOne('/api/v1/session');
    expect(call.request.headers.get('Accept-Language')).toBe('da');
    expect(call.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    call.flush({ person: { name: 'Karen' } });
    expect(await answer).toEqual({ person: { name: 'Karen' } });
  });

  it('leaves out query values that say nothing', () => {
    const { client, http } = setUp();
    void client.call(initiativeRoutes.listInitiatives, {
      query: { q: 'låse', cursor: undefined, 'filter[phase]': '' },
    });
    expect(http.expectOne((request) => request.url === '/api/v1/initiatives').request.urlWithParams).toBe(
      '/api/v1/initiatives?q=l%C3%A5se',
    );
  });

  it('rejects with the problem of the server, its faults by field', async () => {
    const { client, http } = setUp();
    const answer = client.call(accessTokenRoutes.createAccessToken, {
      body: { name: '', scopes: ['read'], expiresOn: '2027-01-01' },
    });
    http.expectOne('/api/v1/access-tokens').flush(
      {
        ...notSignedIn,
        code: 'invalid',
        status: 400,
        errors: [{ pointer: '/scopes/0', code: 'invalid', detail: 'Vælg en.' }],
      },
      { status: 400, statusText: 'Bad Request' },
    );
    const problem = await answer.catch((error: unknown) => error as ApiProblem);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect((problem as ApiProblem).faultOf('scopes')).toBe('Vælg en.');
    expect((problem as ApiProblem).faultOf('scope')).toBeUndefined();
  });

  it('tells how much of a file has been sent', async () => {
    const { client, http } = setUp();
    const told: number[][] = [];
    const answer = client.call(importRoutes.uploadImport, {
      form: new FormData(),
      uploaded: (sent, of) => told.push([sent, of]),
    });
    const call = http.expectOne('/api/v1/imports');
    call.event({ type: HttpEventType.UploadProgress, loaded: 40, total: 100 });
    call.flush({ id: '1' });
    expect(await answer).toEqual({ id: '1' });
    expect(told).toEqual([[40, 100]]);
  });

  it('says when the session is gone', async () => {
    const { client, http } = setUp();
    let expired = 0;
    client.sessionExpired.subscribe(() => (expired += 1));
    const answer = client.call(accessTokenRoutes.listAccessTokens, {});
    http.expectOne('/api/v1/access-tokens').flush(notSignedIn, { status: 401, statusText: 'Unauthorized' });
    await expect(answer).rejects.toBeInstanceOf(ApiProblem);
    expect(expired).toBe(1);
  });

  describe('with a call that signs something off', () => {
    const tooOld = { ...notSignedIn, code: 'reauthentication_required', status: 403 };
    const settle = () => new Promise((resolve) => setTimeout(resolve));
    /** Closes a month and is refused; `given` answers the question for the password. */
    function signOff(...given: boolean[]) {
      const { client, http } = setUp();
      const asked = jest.spyOn(TestBed.inject(PasswordConfirmation), 'ask');
      for (const one of given) asked.mockResolvedValueOnce(one);
      const answer = client
        .call(periodRoutes.closePeriod, { body: { month: '2026-03-01', note: 'Kvartal 1' } })
        .catch((error: unknown) => error);
      const refuse = () => {
        const call = http.expectOne('/api/v1/finance/periods');
        call.flush(tooOld, { status: 403, statusText: 'Forbidden' });
        return call.request;
      };
      return { answer, asked, http, refuse };
    }

    it('sends it again, as it was and under the same key, once the password was given', async () => {
      const { answer, asked, http, refuse } = signOff(true);
      const first = refuse();
      await settle();
      const again = http.expectOne('/api/v1/finance/periods');
      expect(again.request.body).toEqual({ month: '2026-03-01', note: 'Kvartal 1' });
      expect(again.request.headers.get('Idempotency-Key')).toBe(first.headers.get('Idempotency-Key'));
      again.flush({ month: '2026-03-01' });
      expect(await answer).toEqual({ month: '2026-03-01' });
      expect(asked).toHaveBeenCalledTimes(1);
    });

    it('rejects with the refusal when the person thinks better of it', async () => {
      const { answer, http, refuse } = signOff(false);
      refuse();
      expect(await answer).toMatchObject({ code: 'reauthentication_required' });
      http.verify();
    });

    it('asks once and no more', async () => {
      const { answer, asked, refuse } = signOff(true);
      refuse();
      await settle();
      refuse();
      expect(await answer).toMatchObject({ code: 'reauthentication_required' });
      expect(asked).toHaveBeenCalledTimes(1);
    });
  });

  it('asks again with the same key when no answer came', async () => {
    jest.useFakeTimers();
    const { client, http } = setUp();
    const answer = client.call(accessTokenRoutes.createAccessToken, {
      body: { name: 'x', scopes: ['read'], expiresOn: '2027-01-01' },
    });
    const first = http.expectOne('/api/v1/access-tokens');
    first.error(new ProgressEvent('error'));
    await jest.advanceTimersByTimeAsync(500);
    const second = http.expectOne('/api/v1/access-tokens');
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    second.flush({ id: '1' });
    expect(await answer).toEqual({ id: '1' });
    jest.useRealTimers();
  });

  it('gives one kind of problem when there is no answer at all', async () => {
    jest.useFakeTimers();
    const { client, http } = setUp();
    const answer = client.call(accessTokenRoutes.listAccessTokens, {}).catch((error: unknown) => error as ApiProblem);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      http.expectOne('/api/v1/access-tokens').error(new ProgressEvent('error'));
      await jest.advanceTimersByTimeAsync(2000);
    }
    expect(((await answer) as ApiProblem).code).toBe('offline');
    jest.useRealTimers();
  });
});

describe('urlOf', () => {
  it('fills and encodes the path', () =>
    expect(urlOf(initiativeRoutes.readInitiative, { id: 'a/b' })).toBe('/api/v1/initiatives/a%2Fb'));
  it('refuses a missing parameter', () => expect(() => urlOf(initiativeRoutes.readInitiative, {})).toThrow(RangeError));
});

describe('randomKey', () => {
  it('makes different keys in UUID form', () => {
    const keys = Array.from({ length: 100 }, randomKey);
    expect(new Set(keys).size).toBe(100);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
