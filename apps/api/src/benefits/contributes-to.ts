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
 * Refuses money that would stand in the sums twice: in a benefit and in the one it contributes to. It is counted where it is
 * measured, in the contributing benefits; the one they add up to has none of its own.
 * @param benefit as it will be after the change
 * @throws ProblemError when both ends of a contribution are counted in money
 */
export async function refuseCountedTwice(
  tx: Transaction,
  benefit: { id: string; monetised: boolean; contributesToId: string | null },
  pointer: string,
): Promise<void> {
  if (!benefit.monetised) return;
  const [other] = await tx.query<{ title: string }>(
    `select b.title from benefit b where b.organisation_id = $1 and b.monetised and (b.id = $2 or b.contributes_to_id = $3)
      order by b.title, b.id limit 1`,
    [tx.organisationId, benefit.contributesToId, benefit.id],
  );
  if (!other) return;
  throw fieldRefused(pointer, 'counted_twice', {
    da: `Pengene ville tælle to gange: her og i »${other.title}«, som gevinsten hænger sammen med. Lad kun de gevinster, der bidrager, have kroner, og den samlede gevinst være uden.`,
    en: `The money would count twice: here and in “${other.title}”, which the benefit is linked with. Count only the contributing benefits in money, and leave the benefit they add up to without.`,
  });
}
