import type { ImportKind } from '@hoest/exchange';
import { Database, createDataSource, type Caller } from '@hoest/persistence';
import type { FastifyInstance } from 'fastify';
import { CommitImportRunner } from '../../../apps/worker/src/exchange/commit-import.runner';
import { UndoImportRunner } from '../../../apps/worker/src/exchange/undo-import.runner';
import type { JobContext, JobRunner } from '../../../apps/worker/src/job-runner';
import type { ApiUnderTest, Reply, SignedIn, TestOrganisation } from '../api/api-under-test';

/** Drives imports through the documented calls, and runs their jobs as the worker would. */
export class Importing {
  private constructor(
    private readonly api: ApiUnderTest,
    private readonly organisation: TestOrganisation,
    readonly office: SignedIn,
    private readonly database: Database,
    private readonly kind: ImportKind,
  ) {}

  static async start(
    api: ApiUnderTest,
    organisation: TestOrganisation,
    kind: ImportKind = 'initiatives',
  ): Promise<Importing> {
    const source = createDataSource({
      url: api.urls.appUrl,
      poolSize: 4,
      statementTimeoutMs: 60_000,
      applicationName: 'import-test',
    });
    await source.initialize();
    return new Importing(api, organisation, await organisation.session('portfolio_office'), new Database(source), kind);
  }

  async stop(): Promise<void> {
    await this.database.dataSource.destroy();
  }

  async upload(fileName: string, content: Buffer | string, as = this.office, kind: string = this.kind): Promise<Reply> {
    const boundary = 'hoest-import-test';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const server = this.api.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    const reply = await server.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { ...as.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    });
    return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(reply.payload), text: reply.payload };
  }

  /** Uploads, sets what the test names, and previews. */
  async preview(
    fileName: string,
    content: Buffer | string,
    mapping: object = {},
  ): Promise<{ id: string; preview: any }> {
    const uploaded = await this.upload(fileName, content);
    if (uploaded.status !== 201) throw new Error(uploaded.text);
    const { id } = uploaded.body;
    const mapped = await this.api.call('PUT', `/imports/${id}/mapping`, { as: this.office, body: mapping });
    if (mapped.status !== 200) throw new Error(mapped.text);
    const preview = await this.api.call('POST', `/imports/${id}/preview`, { as: this.office });
    if (preview.status !== 200) throw new Error(preview.text);
    return { id, preview: preview.body };
  }

  async commit(id: string): Promise<any> {
    const reply = await this.api.call('POST', `/imports/${id}/commit`, { as: this.office });
    if (reply.status !== 202) throw new Error(reply.text);
    return this.runJob(new CommitImportRunner(), id, reply.body.jobId);
  }

  async undo(id: string): Promise<any> {
    const reply = await this.api.call('POST', `/imports/${id}/undo`, { as: this.office });
    if (reply.status !== 202) throw new Error(reply.text);
    return this.runJob(new UndoImportRunner(), id, reply.body.jobId);
  }

  /** Runs the job in this process; `failAt` throws at the given share of progress, as a cancelled job does. */
  async runJob(runner: JobRunner, importId: string, jobId: string, failAt?: number): Promise<any> {
    const caller: Caller = {
      organisationId: this.organisation.organisationId,
      kind: 'job',
      accountId: null,
      personId: this.organisation.personIds.portfolio_office,
      pseudonymId: null,
      grants: [{ role: 'portfolio_office', unitId: null }],
      tokenScopes: null,
      requestId: 'import-test',
    };
    const context = {
      job: { jobId, kind: runner.kind, subjectId: importId },
      caller,
      transaction: (options: object, work: (tx: never) => Promise<unknown>) =>
        this.database.transaction(caller, options, work as never),
      progress: async ({ done }: { done?: number }) => {
        if (failAt !== undefined && (done ?? 0) >= failAt) throw new Error('cancelled');
      },
      assertWanted: () => undefined,
    } as unknown as JobContext;
    return runner.run(context);
  }

  /** Everything of the organisation that is business, without versions and time stamps, as one checksum per table. */
  async checksums(): Promise<Record<string, string>> {
    const untold = `array['version','created_at','updated_at','recorded_at']`;
    const { rows } = await this.api.owner.query(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and c.relname !~ '^(audit_|import|job|failed_job|outbox|maturity_|session|idempotency|schema_migration|benefit_month|worker)'`,
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows) {
      const found = await this.api.owner.query(
        `select coalesce(md5(string_agg(row, E'\\n' order by row)), 'empty') as sum from (
          select (to_jsonb(t) - ${untold})::text as row from ${name} t where t.organisation_id = $1) r`,
        [this.organisation.organisationId],
      );
      sums[name] = found.rows[0].sum;
    }
    return sums;
  }
}
