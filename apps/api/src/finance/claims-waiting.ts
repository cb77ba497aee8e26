import { validatorFault } from '@hoest/finance';
import { may } from '@hoest/organisation';
import type { Caller, Transaction } from '@hoest/persistence';
import { type Standing, standingSql } from './controllers-of';

interface Row extends Standing {
  state: 'submitted' | 'disputed';
  reporterIds: string[];
  ownerId: string | null;
  managerId: string | null;
  unitAncestorIds: string[];
  n: number;
}

/** Reported amounts that wait for the caller: those they may decide on, and own ones that finance disputes. */
export async function countClaimsWaiting(tx: Transaction, caller: Caller, today: string): Promise<number> {
  const { personId } = caller;
  if (personId === null) return 0;
  const rows = await tx.query<Row>(
    `select x.*, count(*)::int as n from (
       select c.state, c.reported_by || c.proposed_by as "reporterIds", b.owner_id as "ownerId", i.manager_id as "managerId",
         u.ancestor_ids as "unitAncestorIds", ${standingSql('$2::uuid', 'u.ancestor_ids', '$3')}
       from finance_claim c
         join benefit b on b.organisation_id = c.organisation_id and b.id = c.benefit_id
         join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
         join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
       where c.organisation_id = $1 and (c.state = 'submitted' or c.state = 'disputed' and c.proposed_by = $2)) x
     group by x.state, x."reporterIds", x."ownerId", x."managerId", x."unitAncestorIds", x."isController", x."answeredForIt"`,
    [tx.organisationId, personId, today],
  );
  return rows.reduce((sum, row) => (waitsFor(caller, personId, row) ? sum + row.n : sum), 0);
}

function waitsFor(caller: Caller, personId: string, row: Row): boolean {
  if (row.state === 'disputed') return true;
  if (!may(caller, 'finance.validate', { unitAncestorIds: row.unitAncestorIds })) return false;
  const { ownerId: benefitOwnerId, managerId: projectManagerId, ...facts } = row;
  return validatorFault({ ...facts, benefitOwnerId, projectManagerId }, personId) === null;
}
