import type { Session } from '@hoest/contracts';
import { may, type Permission, PERMISSIONS } from '@hoest/organisation';
import type { Transaction } from '@hoest/persistence';

const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

interface SessionRow {
  organisation: Session['organisation'];
  person: Session['person'];
  locale: Session['locale'];
}

/** Who the caller is, where, and what they may do; `csrfToken` null for an access token. */
export async function sessionAnswer(tx: Transaction, csrfToken: string | null): Promise<Session> {
  const [row] = await tx.query<SessionRow>(
    `select json_build_object('name', o.name, 'currency', o.currency, 'locale', o.locale, 'timeZone', o.time_zone, 'isDemo', o.is_demo,
         'rootUnitId', (select u.id from unit u where u.organisation_id = o.organisation_id and u.parent_id is null)) as organisation,
       json_build_object('id', p.id, 'name', p.name, 'title', p.title, 'unitId', p.unit_id) as person, a.locale
     from account a
       join organisation o on o.organisation_id = a.organisation_id
       join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
     where a.organisation_id = $1 and a.id = $2`,
    [tx.organisationId, tx.caller.accountId],
  );
  if (!row) throw new Error('The account of the caller does not exist');
  return {
    ...row,
    roles: tx.caller.grants.map(({ role, unitId }) => ({ role, unitId })),
    permissions: ALL_PERMISSIONS.filter((permission) => may(tx.caller, permission)),
    csrfToken,
  };
}
