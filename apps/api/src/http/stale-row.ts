import { Injectable } from '@nestjs/common';
import { may } from '@hoest/organisation';
import { changedSince, Database, type StaleVersion } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import { ZodObject } from 'zod';
import { answerBody, toJson } from './answer-body';
import { readingSibling } from './contract-routes';
import { RequestCall } from './request-call';
import { RouteRegistry } from './route-registry';

/** Says to a caller with a stale version what the row looks like now and which fields changed since. */
@Injectable()
export class StaleRow {
  constructor(
    private readonly registry: RouteRegistry,
    private readonly database: Database,
  ) {}

  /** The 412 of a call. Runs in a transaction of its own, because the call's was rolled back. */
  async problemOf(call: RequestCall, error: StaleVersion): Promise<ProblemError> {
    const object = { kind: error.objectKind, id: error.objectId };
    const [current, changedFields] = await this.database.transaction(call.caller, { readOnly: true }, async (tx) => [
      await this.current(call, error, tx),
      await changedSince(tx, object, call.ifMatch, error.currentVersion),
    ]);
    return new ProblemError('stale', { cause: error, extra: { current, changedFields } });
  }

  private async current(call: RequestCall, error: StaleVersion, tx: RequestCall['tx']): Promise<unknown> {
    const reading = readingSibling(call.route);
    const handler = reading && this.registry.handlerOf(reading);
    const query = reading?.query.safeParse({});
    if (!reading || !handler || !query?.success || !allowed(call, reading.permission)) return rowFields(call, error);
    const read = new RequestCall(reading, call.request, call.reply, call.identity, call.language, this.database);
    read.params = call.params;
    read.query = query.data;
    read.inside(tx);
    return answerBody(reading, await handler(read));
  }
}

function allowed(call: RequestCall, permission: RequestCall['route']['permission']): boolean {
  return permission === 'public' || permission === 'signed_in' || may(call.caller, permission);
}

/** The stored row, as far as the call's own answer shows its fields. */
function rowFields(call: RequestCall, error: StaleVersion): Record<string, unknown> {
  const row = error.current as Record<string, unknown>;
  const { response } = call.route;
  const names = response instanceof ZodObject ? Object.keys(response.shape) : ['id', 'version'];
  return Object.fromEntries(names.filter((name) => name in row).map((name) => [name, toJson(row[name])]));
}
