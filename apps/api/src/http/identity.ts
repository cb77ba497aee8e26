import type { Caller } from '@hoest/persistence';
import type { Language } from '@hoest/platform';

/** Who sent a request, as far as its cookie or token proves it. */
export interface Identity {
  /** What proves it. Only cookies are sent by a browser unasked, so only `session` needs the CSRF check. */
  by: 'session' | 'token';
  /** Row of the session or of the access token. */
  proofId: string;
  /** What `X-XSRF-TOKEN` must carry; null for a token. */
  csrfToken: string | null;
  /** Whether the password was given within the last ten minutes, by the clock of the database; never for a token. */
  passwordFresh: boolean;
  caller: Caller;
  /** Language the account chose; used when the request names none. */
  locale: Language;
}
