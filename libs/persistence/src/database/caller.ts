import type { AccessGrant, TokenScope } from '@hoest/organisation';

/** On whose behalf a transaction runs. Jobs carry the ids of the person who asked and are checked again when they run. */
export interface Caller {
  organisationId: number;
  kind: 'person' | 'token' | 'job' | 'system';
  accountId: string | null;
  personId: string | null;
  /** What the audit trail names instead of the person, so that a person can be erased. */
  pseudonymId: string | null;
  grants: readonly AccessGrant[];
  /** Null for a cookie session. */
  tokenScopes: readonly TokenScope[] | null;
  requestId: string;
}

/** The product itself, acting inside one organisation: recalculation, sweep, demo data. */
export function systemCaller(organisationId: number, requestId: string): Caller {
  return {
    organisationId,
    kind: 'system',
    accountId: null,
    personId: null,
    pseudonymId: null,
    grants: [],
    tokenScopes: null,
    requestId,
  };
}
