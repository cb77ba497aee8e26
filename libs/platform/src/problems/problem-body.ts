import type { Problem } from '@hoest/contracts';
import { PROBLEMS } from './catalogue';
import type { ProblemError } from './problem';

export type Language = 'da' | 'en';

/** First language of an `Accept-Language` header that Høst speaks; `otherwise` when it names neither. */
export function languageOf(acceptLanguage: string | undefined, otherwise: Language = 'da'): Language {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const tag = part.trim().slice(0, 2);
    if (tag === 'da' || tag === 'en') return tag;
  }
  return otherwise;
}

const fill = (text: string, params: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);

/** The RFC 9457 body of a problem, in the caller's language. */
export function problemBody(
  error: ProblemError,
  context: { language: Language; instance: string; requestId: string },
): Problem {
  const kind = PROBLEMS[error.code];
  const params = { requestId: context.requestId, ...error.params };
  return {
    type: `/problems/${error.code}`,
    title: kind.title[context.language],
    status: kind.status,
    detail: fill((error.detail ?? kind.detail)[context.language], params),
    instance: context.instance,
    code: error.code,
    requestId: context.requestId,
    ...(error.faults.length > 0 && {
      errors: error.faults.map((fault) => ({
        pointer: fault.pointer,
        code: fault.code,
        detail: fault.detail[context.language],
        ...(fault.params && { params: fault.params }),
      })),
    }),
    ...error.extra,
  };
}
