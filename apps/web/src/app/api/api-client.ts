import {
  HttpClient,
  HttpErrorResponse,
  type HttpEvent,
  HttpEventType,
  HttpHeaders,
  HttpParams,
} from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Problem, ResponseOf, Route } from '@hoest/contracts';
import { UiLocale } from '@hoest/ui';
import { filter, firstValueFrom, fromEvent, map, type Observable, Subject, takeUntil, tap } from 'rxjs';
import { PasswordConfirmation } from '../organisation/password-confirmation';
import { shellTexts } from '../shell/shell-texts';
import { ApiProblem, type ClientProblemCode } from './api-problem';
import { type CallInput, urlOf } from './call-input';
import { randomKey } from './random-key';

const RETRY_AFTER_MS = [400, 1500];
const WITH_PROGRESS = { observe: 'events', reportUploadProgress: true } as const;

/**
 * The one way from the client to the api: `call(route, {params, query, body})` with the routes of `@hoest/contracts`.
 * Adds language, CSRF mark (Angular's XSRF interceptor) and, to POSTs, an Idempotency-Key; sends again by itself when no
 * answer came or the server was busy and sending twice is safe. A call that signs something off and finds the password too
 * old waits for it to be given again and is then sent again, as it was. Rejects with {@link ApiProblem} and nothing else.
 */
@Service()
export class ApiClient {
  private readonly http = inject(HttpClient);
  private readonly locale = inject(UiLocale);
  private readonly t = shellTexts.inject();
  private readonly passwords = inject(PasswordConfirmation);
  private readonly expired = new Subject<void>();
  private readonly answered = new Subject<void>();

  /** Emits when a call is refused because nobody is signed in (any more). */
  readonly sessionExpired = this.expired.asObservable();
  /** Emits whenever the server has answered; the live indicator shows the time. */
  readonly serverAnswered = this.answered.asObservable();

  /** @throws ApiProblem */
  async call<R extends Route>(route: R, input: CallInput<R>): Promise<ResponseOf<R>> {
    const idempotencyKey = route.method === 'POST' ? (input.idempotencyKey ?? randomKey()) : undefined;
    const repeatable = route.method === 'GET' || route.method === 'PUT' || idempotencyKey !== undefined;
    let confirmed = false;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.send(route, input, idempotencyKey);
      } catch (error) {
        const problem = this.problemOf(error);
        if (problem.code === 'reauthentication_required' && !confirmed && !input.signal?.aborted) {
          confirmed = await this.passwords.ask();
          if (!confirmed) throw problem;
          attempt = -1;
          continue;
        }
        const pause = RETRY_AFTER_MS[attempt];
        const passing = problem.code === 'offline' || problem.code === 'busy' || problem.code === 'in_progress';
        if (!repeatable || !passing || pause === undefined || input.signal?.aborted) throw problem;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  private async send<R extends Route>(
    route: R,
    input: CallInput<R>,
    idempotencyKey: string | undefined,
  ): Promise<ResponseOf<R>> {
    let headers = new HttpHeaders({ 'Accept-Language': this.locale.language() });
    if (idempotencyKey !== undefined) headers = headers.set('Idempotency-Key', idempotencyKey);
    if (input.ifMatch !== undefined) headers = headers.set('If-Match', `"${input.ifMatch}"`);
    const query = Object.entries(input.query ?? {}).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    );
    const url = urlOf(route, input.params);
    const options = {
      headers,
      body: input.form ?? input.body,
      params: new HttpParams({ fromObject: Object.fromEntries(query.map(([key, value]) => [key, String(value)])) }),
    };
    const answer: Observable<unknown> = input.uploaded
      ? this.upload(this.http.request(route.method, url, { ...options, ...WITH_PROGRESS }), input.uploaded)
      : this.http.request(route.method, url, options);
    const body = await firstValueFrom(input.signal ? answer.pipe(takeUntil(fromEvent(input.signal, 'abort'))) : answer);
    this.answered.next();
    return body as ResponseOf<R>;
  }

  /** Tells how much of a file has been sent, then gives the answer's body. */
  private upload(events: Observable<HttpEvent<unknown>>, uploaded: (sent: number, of: number) => void) {
    return events.pipe(
      tap((event) => {
        if (event.type === HttpEventType.UploadProgress && event.total) uploaded(event.loaded, event.total);
      }),
      filter((event) => event.type === HttpEventType.Response),
      map(({ body }) => body),
    );
  }

  private problemOf(error: unknown): ApiProblem {
    if (!(error instanceof HttpErrorResponse)) return this.ownProblem('offline', 0, error);
    if (error.status === 0) return this.ownProblem('offline', 0, error);
    const body: unknown = error.error;
    if (!isProblem(body)) {
      return error.status === 502 || error.status === 503 || error.status === 504
        ? this.ownProblem('offline', error.status, error)
        : this.ownProblem('unreadable', error.status, error);
    }
    if (body.code === 'not_signed_in') this.expired.next();
    return new ApiProblem(body, { cause: error });
  }

  private ownProblem(code: ClientProblemCode, status: number, cause: unknown): ApiProblem {
    const problem: Problem = {
      type: 'about:blank',
      title: this.t(`problem.${code}.title`),
      status,
      detail: this.t(`problem.${code}.detail`),
      instance: '',
      code,
      requestId: '',
    };
    return new ApiProblem(problem, { cause });
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;
}
