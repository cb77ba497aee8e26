import { headingFingerprint } from '@hoest/exchange';
import type { importRoutes } from '@hoest/contracts';
import { loadStoredImport, setImportState, startLongJob } from '@hoest/persistence';
import { ruleRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { readImport } from './import-answer';
import { refuseUnlessMayRun } from './refuse-kind';
import { refuseIfChanged } from './set-mapping.use-case';

/** Starts the job that writes a previewed import, and remembers its mapping for files with the same headings. */
export async function commitImport({ tx, params, request, reply, caller }: CallOf<typeof importRoutes.commitImport>) {
  const stored = await loadStoredImport(tx, params.id, true);
  refuseUnlessMayRun(caller, stored.kind);
  const current = await readImport(tx, params.id);
  refuseIfChanged(request.headers['if-match'], current);
  const { state } = current;
  if (state !== 'previewed') {
    throw ruleRefused(
      state === 'mapped' || state === 'uploaded'
        ? { da: 'Kør prøvekørslen først, og se den igennem.', en: 'Run the dry run first and look it through.' }
        : { da: 'Importen er gennemført eller i gang.', en: 'The import has been carried out or is under way.' },
    );
  }
  const jobId = await startLongJob(tx, 'commit-import', { kind: 'import', id: params.id });
  await tx.query(`update import set job_id = $3 where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    params.id,
    jobId,
  ]);
  await setImportState(tx, params.id, 'committing');
  await tx.query(
    `insert into import_profile (organisation_id, kind, heading_fingerprint, mapping, options) values ($1, $2, $3, $4::jsonb, $5::jsonb)
      on conflict (organisation_id, kind, heading_fingerprint) do update set mapping = excluded.mapping, options = excluded.options, used_at = now(),
        version = import_profile.version + 1, updated_at = now()`,
    [
      tx.organisationId,
      stored.kind,
      headingFingerprint(stored.reading.table.columns.map(({ heading }) => heading)),
      JSON.stringify(stored.mapping),
      JSON.stringify(stored.options),
    ],
  );
  reply.header('location', `/api/v1/jobs/${jobId}`);
  return { jobId };
}
