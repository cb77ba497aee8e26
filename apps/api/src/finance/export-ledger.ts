import type { ledgerExportRoutes } from '@hoest/contracts';
import { rungOf } from '@hoest/finance';
import type { Transaction } from '@hoest/persistence';
import { toJson } from '../http/answer-body';
import type { CallOf } from '../http/handle';
import { ledgerWorkbook } from './ledger-workbook';
import { readLedger } from './read-ledger';
import type { LedgerAnswer, WorkbookEntry } from './workbook-cells';
import { workbookFile } from './workbook-file';
import { WORKBOOK_WORDS } from './workbook-words';

type Call = CallOf<typeof ledgerExportRoutes.exportLedger>;

/** Every entry of the year about the benefits shown, in the order they were booked; of a closing, those booked by then. */
async function readEntries(
  tx: Transaction,
  benefitIds: readonly string[],
  { year, closed }: Call['query'],
): Promise<WorkbookEntry[]> {
  const rows = await tx.query<Omit<WorkbookEntry, 'rung'> & { rung: number }>(
    `select b.title, i.code as "initiativeCode", b.polarity, e.year, e.month_from as "monthFrom", e.month_to as "monthTo", e.booked_month as "bookedMonth", e.rung,
       e.amount_minor::text as "amountMinor", e.currency, e.price_year as "priceYear", e.account, e.cost_centre as "costCentre", v.name as "budgetVersionName",
       e.posting_ref as "postingRef", e.accounts_ref as "accountsRef", e.reverses_id as "reversesId", r.id as "reversedById", c.assurance,
       coalesce(c.reason, c.comment) as reason, p.name as "enteredByName", d.name as "validatedByName", e.recorded_at as "recordedAt"
     from finance_entry e
     join finance_claim c on c.organisation_id = e.organisation_id and c.id = e.claim_id
     join benefit b on b.organisation_id = e.organisation_id and b.id = e.benefit_id
     join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
     join person p on p.organisation_id = e.organisation_id and p.id = e.entered_by
     join person d on d.organisation_id = e.organisation_id and d.id = e.validated_by
     left join budget_version v on v.organisation_id = e.organisation_id and v.id = e.budget_version_id
     left join finance_entry r on r.organisation_id = e.organisation_id and r.reverses_id = e.id
     where e.organisation_id = $1 and e.benefit_id = any($2::uuid[]) and e.year = $3 and ($4::date is null or e.booked_month <= $4::date)
     order by e.recorded_at, e.id`,
    [tx.organisationId, benefitIds, year, closed ?? null],
  );
  return rows.map((row) => ({ ...row, rung: rungOf(row.rung) }));
}

/** The ledger as a workbook in the caller's language: exactly the figures of the call that reads it. */
export async function exportLedger({ tx, query, language, reply }: Call): Promise<Buffer> {
  const ledger = toJson(await readLedger(tx, query)) as LedgerAnswer;
  const [organisation] = await tx.query<{ name: string; timeZone: string }>(
    `select name, time_zone as "timeZone" from organisation where organisation_id = $1`,
    [tx.organisationId],
  );
  const entries = await readEntries(
    tx,
    ledger.items.map(({ benefitId }) => benefitId),
    query,
  );
  const file = await workbookFile(
    ledgerWorkbook({
      ledger,
      entries,
      organisationName: organisation?.name ?? '',
      timeZone: organisation?.timeZone ?? 'Europe/Copenhagen',
      language,
    }),
  );
  reply.headers({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${WORKBOOK_WORDS[language].fileName(query.year)}"`,
  });
  return file;
}
