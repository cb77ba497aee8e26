import type { Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

/**
 * Refuses a contribution that leads back to where it began: a benefit that contributes to itself would be counted in itself.
 * @throws ProblemError when the aim is not there, is the benefit itself, or contributes to it, directly or through others
 */
export async function refuseCircle(tx: Transaction, benefitId: string, contributesToId: string): Promise<void> {
  const way = await tx.query<{ id: string }>(
    `with recursive way(id, next) as (
       select b.id, b.contributes_to_id from benefit b where b.organisation_id = $1 and b.id = $2
       union select b.id, b.contributes_to_id from way w join benefit b on b.organisation_id = $1 and b.id = w.next)
     select id from way`,
    [tx.organisationId, contributesToId],
  );
  if (way.length === 0) {
    throw fieldRefused('/contributesToId', 'unknown_benefit', {
      da: 'Gevinsten, der bidrages til, findes ikke. Vælg en gevinst fra listen.',
      en: 'The benefit contributed to is not there. Choose one from the list.',
    });
  }
  if (way.some(({ id }) => id === benefitId)) {
    throw fieldRefused('/contributesToId', 'contributes_in_circle', {
      da: 'Gevinsten ville bidrage til sig selv. Vælg en gevinst, der ikke selv bidrager til denne.',
      en: 'The benefit would contribute to itself. Choose one that does not contribute to this one.',
    });
  }
}

/**
 * Refuses money that would stand in the sums twice: in a benefit and in one it contributes to, directly or through others. It is
 * counted where it is measured, in the contributing benefits; those they add up to have none of their own. A benefit without
 * money does not part the two: a project, its sub-programme and the programme are one chain.
 * @param benefit as it will be after the change
 * @throws ProblemError when money stands twice on a chain through the benefit
 */
export async function refuseCountedTwice(
  tx: Transaction,
  benefit: { id: string; monetised: boolean; contributesToId: string | null },
  pointer: string,
): Promise<void> {
  const counted = await tx.query<{ title: string; above: boolean }>(
    `with recursive above(id, next, title, monetised) as (
         select b.id, b.contributes_to_id, b.title, b.monetised from benefit b where b.organisation_id = $1 and b.id = $2
         union select b.id, b.contributes_to_id, b.title, b.monetised from above a join benefit b on b.organisation_id = $1 and b.id = a.next),
       below(id, title, monetised) as (
         select b.id, b.title, b.monetised from benefit b where b.organisation_id = $1 and b.contributes_to_id = $3
         union select b.id, b.title, b.monetised from below d join benefit b on b.organisation_id = $1 and b.contributes_to_id = d.id)
     select title, true as above from above where monetised union all select title, false from below where monetised order by title`,
    [tx.organisationId, benefit.contributesToId, benefit.id],
  );
  const above = counted.find((one) => one.above);
  const below = counted.find((one) => !one.above);
  const other = benefit.monetised ? (above ?? below) : above;
  if (!other || (!benefit.monetised && !below)) return;
  const words = benefit.monetised
    ? { da: `her og i »${other.title}«`, en: `here and in “${other.title}”` }
    : { da: `i »${below?.title}« og i »${other.title}«`, en: `in “${below?.title}” and in “${other.title}”` };
  throw fieldRefused(pointer, 'counted_twice', {
    da: `Pengene ville tælle to gange: ${words.da}, som hænger sammen. Lad kun de gevinster, der bidrager, have kroner, og den samlede gevinst være uden.`,
    en: `The money would count twice: ${words.en}, which are linked. Count only the contributing benefits in money, and leave the benefit they add up to without.`,
  });
}
