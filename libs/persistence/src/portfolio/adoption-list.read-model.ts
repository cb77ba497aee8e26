import type { Transaction } from '../database/transaction';

export interface AdoptionSeriesRow {
  id: string;
  initiativeId: string;
  unitId: string | null;
  name: string;
  intended: string | null;
  targetRate: string;
  /** Earliest first. */
  points: { month: string; actualRate: string }[];
  version: number;
}

/** Adoption series of an initiative by name. */
export function listAdoptionSeries(tx: Transaction, initiativeId: string): Promise<AdoptionSeriesRow[]> {
  return adoptionSeries(tx, 's.initiative_id = $2', initiativeId);
}

/** One series; undefined when there is none. */
export async function readAdoptionSeries(tx: Transaction, id: string): Promise<AdoptionSeriesRow | undefined> {
  return (await adoptionSeries(tx, 's.id = $2', id))[0];
}

function adoptionSeries(tx: Transaction, where: string, id: string): Promise<AdoptionSeriesRow[]> {
  return tx.query<AdoptionSeriesRow>(
    `select s.id, s.initiative_id as "initiativeId", s.unit_id as "unitId", s.name, trim_scale(s.intended)::text as intended,
       trim_scale(s.target_rate)::text as "targetRate", s.version,
       coalesce((select jsonb_agg(jsonb_build_object('month', p.month, 'actualRate', trim_scale(p.actual_rate)::text) order by p.month)
         from adoption_point p where p.organisation_id = s.organisation_id and p.series_id = s.id), '[]') as points
     from adoption_series s where s.organisation_id = $1 and ${where}
     order by s.name collate "da-x-icu", s.id`,
    [tx.organisationId, id],
  );
}
