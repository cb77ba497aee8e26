import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { problemBody, PROBLEMS, ProblemError } from '@hoest/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { declaredMethods } from './contract-routes';
import { problemOf } from './problem-of';
import { languageFor } from './request-context';

/** Seconds after which a caller may try again. */
const RETRY_AFTER_BUSY = 2;

/** Turns every error into `application/problem+json`; nothing else about the error leaves the house. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    answerProblem(error, request, reply);
  }
}

/** Answers the request with the problem that `error` is. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const path = (request.raw.url ?? '/').split('?')[0] ?? '/';
  const problem = forAddress(problemOf(error), path, request.method, reply);
  const { status } = PROBLEMS[problem.code];
  if (status >= 500) request.log.error({ err: problem.cause ?? problem, code: problem.code }, 'request failed');
  // Part of the answer may be on its way already, when a stream breaks: then only the connection can say so.
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  if (problem.code === 'busy') reply.header('Retry-After', String(RETRY_AFTER_BUSY));
  if (problem.code === 'too_many') reply.header('Retry-After', problem.params.seconds ?? '60');
  if (status === 401) reply.header('WWW-Authenticate', 'Bearer realm="hoest"');
  const body = problemBody(problem, { language: languageFor(request), instance: path, requestId: request.id });
  reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Content-Language', languageFor(request))
    .send(JSON.stringify(body));
}

/** An address that exists for other methods is 405 and says which; Fastify itself only knows 404. */
function forAddress(problem: ProblemError, path: string, method: string, reply: FastifyReply): ProblemError {
  if (problem.code !== 'not_found') return problem;
  const methods = declaredMethods(path);
  if (methods.length === 0 || methods.includes(method) || (method === 'HEAD' && methods.includes('GET')))
    return problem;
  reply.header('Allow', methods.join(', '));
  return new ProblemError('method_not_allowed', { cause: problem });
}
