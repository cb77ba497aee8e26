import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { IMPORT_KIND_PERMISSIONS, type ImportRecord, importRoutes } from '@hoest/contracts';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { ImportEditor } from './import-editor';
import { isOpen } from './wizard-steps';

/** The import a wizard is about: read, followed, changed. Provided by the wizard's page. */
@Service({ autoProvided: false })
export class ImportStore {
  private readonly client = inject(ApiClient);
  private readonly sessions = inject(SessionStore);

  /** Id of the import; empty until the page knows it. */
  readonly id = signal('');
  readonly reading = read(importRoutes.readImport, () => (this.id() ? { params: { id: this.id() } } : undefined), {
    topics: ['import'],
    follows: ({ id }) => id === this.id(),
  });
  readonly record = computed(() => this.reading.value());
  readonly editor = new ImportEditor(this.client, this.record, (record) => this.reading.set(record));

  /** What the file holds. */
  readonly kind = computed(() => this.record()?.kind);
  readonly mayRun = computed(() => {
    const kind = this.kind();
    return kind !== undefined && this.sessions.may(IMPORT_KIND_PERMISSIONS[kind]);
  });
  /** Whether the person may change it now. */
  readonly editable = computed(() => {
    const record = this.record();
    return record !== undefined && this.mayRun() && isOpen(record.state);
  });
  /** What is being asked of the server right now, beside single choices. */
  readonly busy = signal<'preview' | 'commit' | 'undo' | undefined>(undefined);
  /** Why the latest of these was refused. */
  readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.editor.destroy());
  }

  /** Dry run; resolves with whether it was made. */
  preview(): Promise<boolean> {
    return this.ask('preview', async ({ id }) => {
      const { import: record } = await this.client.call(importRoutes.previewImport, { params: { id } });
      this.reading.set(record);
    });
  }

  /** Starts the job that writes what the dry run showed; refused when somebody changed the import since. */
  commit(): Promise<boolean> {
    return this.ask('commit', async (record) => {
      const { id, version } = record;
      const { jobId } = await this.client.call(importRoutes.commitImport, { params: { id }, ifMatch: version });
      this.reading.set({ ...record, state: 'committing', jobId });
      this.reading.reload();
    });
  }

  /** Starts the job that takes the import back. */
  undo(): Promise<boolean> {
    return this.ask('undo', async (record) => {
      const { jobId } = await this.client.call(importRoutes.undoImport, { params: { id: record.id } });
      this.reading.set({ ...record, state: 'undoing', jobId });
      this.reading.reload();
    });
  }

  private async ask(
    what: 'preview' | 'commit' | 'undo',
    work: (record: ImportRecord) => Promise<void>,
  ): Promise<boolean> {
    const record = this.record();
    if (!record || this.busy()) return false;
    this.busy.set(what);
    this.problem.set(undefined);
    try {
      await work(record);
      return true;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      const current =
        problem.problem.status === 412 ? (problem.problem.current as ImportRecord | undefined) : undefined;
      if (current) this.reading.set(current);
      else this.reading.reload();
      return false;
    } finally {
      this.busy.set(undefined);
    }
  }
}
