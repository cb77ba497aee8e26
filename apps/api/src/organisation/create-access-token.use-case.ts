import { randomUUIDv7 } from 'node:crypto';
import type { accessTokenRoutes } from '@hoest/contracts';
import { AccessTokenEntity } from '@hoest/persistence';
import { fieldRefused, ProblemError } from '@hoest/platform';
import { addMonths } from '@hoest/quantities';
import { ACCESS_TOKEN_PREFIX } from '../http/credentials';
import type { CallOf } from '../http/handle';
import { newSecret, secretHash } from '../http/secret-token';
import { organisationDay } from './organisation-day';

/** Longest life of an access token, months. */
const MOST_MONTHS = 12;

/**
 * Creates an access token and shows it this once. Only from a session: a token that could make tokens would outlive its
 * own end and widen its own scope.
 */
export async function createAccessToken(call: CallOf<typeof accessTokenRoutes.createAccessToken>) {
  const { tx, body, caller, identity } = call;
  if (identity?.by !== 'session') {
    throw new ProblemError('not_allowed', {
      detail: { da: 'Log ind for at lave et adgangstoken.', en: 'Sign in to create an access token.' },
    });
  }
  const today = await organisationDay(tx);
  const latest = addMonths(today, MOST_MONTHS);
  if (body.expiresOn < today || body.expiresOn > latest) {
    throw fieldRefused(
      '/expiresOn',
      'out_of_range',
      { da: `Vælg en dag fra ${today} til ${latest}.`, en: `Choose a day from ${today} to ${latest}.` },
      { earliest: today, latest },
    );
  }
  call.showOnce();
  const token = `${ACCESS_TOKEN_PREFIX}${newSecret()}`;
  const row = {
    id: randomUUIDv7(),
    name: body.name,
    scopes: [...new Set(body.scopes)],
    expiresOn: body.expiresOn,
    createdAt: new Date(),
    lastUsedAt: null,
  };
  await tx.manager.getRepository(AccessTokenEntity).insert({
    ...row,
    organisationId: tx.organisationId,
    accountId: caller.accountId ?? '',
    tokenHash: secretHash(token),
  });
  tx.audit({
    action: 'created',
    objectKind: 'access_token',
    objectId: row.id,
    changes: {
      name: { from: null, to: row.name },
      scopes: { from: null, to: row.scopes },
      expiresOn: { from: null, to: row.expiresOn },
    },
  });
  return { ...row, token };
}
