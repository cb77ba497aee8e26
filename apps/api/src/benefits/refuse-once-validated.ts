import type { BenefitRecord, Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

/** What an amount of the ladder rests on besides the plan. */
const RESTS_ON = ['class', 'currency', 'polarity', 'priceYear', 'poolId'] as const;
type Change = { [Field in (typeof RESTS_ON)[number]]?: BenefitRecord[Field] | undefined };

/**
 * Refuses to change what validated amounts of the benefit rest on; triggers of the database refuse the same. The class may still
 * change while nothing but quality-assured amounts were ever there.
 * @throws ProblemError `amounts_validated` at the field
 */
export async function refuseOnceValidated(tx: Transaction, benefit: BenefitRecord, change: Change): Promise<void> {
  const field = RESTS_ON.find((name) => change[name] !== undefined && change[name] !== benefit[name]);
  if (!field) return;
  const [standing] = await tx.query<{ budgeted: boolean; assured: boolean }>(
    `select coalesce(bool_or(e.rung >= 2), false) as budgeted, count(*) > 0 as assured from finance_entry e
     where e.organisation_id = $1 and e.benefit_id = $2`,
    [tx.organisationId, benefit.id],
  );
  if (field === 'class' ? !standing?.budgeted : !standing?.assured) return;
  throw fieldRefused(
    `/${field}`,
    'amounts_validated',
    {
      da: 'Økonomi har godkendt beløb, der hviler på dette. Bed om at få posterne tilbageført, afskriv gevinsten, og registrér en ny; den gamle bliver stående med sin historie.',
      en: 'Finance has approved amounts that rest on this. Ask for the entries to be reversed, write the benefit off and record a new one; the old one stays with its history.',
    },
    { remedy: `/finance/entries?filter[benefitId]=${benefit.id}` },
  );
}
