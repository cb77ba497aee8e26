import { Controller } from '@nestjs/common';
import { importRoutes } from '@hoest/contracts';
import { listPage } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { commitImport } from './commit-import.use-case';
import { readImport, readImports } from './import-answer';
import { downloadImportIssues } from './import-issues-file';
import { listImportLines } from './import-lines';
import { listImportRows } from './import-rows';
import { previewImport } from './preview-import.use-case';
import { setMapping } from './set-mapping.use-case';
import { undoImport } from './undo-import.use-case';
import { uploadImport } from './upload-import.use-case';

@Controller()
export class ImportsController {
  @Handle(importRoutes.listImports)
  async listImports(@Call() { tx, query }: CallOf<typeof importRoutes.listImports>) {
    const page = await listPage<{ id: string }>(
      tx,
      {
        select: 'm.id',
        from: 'import m',
        id: 'm.id',
        where: (bind) => [`m.organisation_id = ${bind(tx.organisationId)}`],
        sorts: { createdAt: { sql: 'm.created_at', kind: 'instant' } },
        filters: { state: { sql: 'm.state', kind: 'text' }, kind: { sql: 'm.kind', kind: 'text' } },
      },
      query,
    );
    return {
      ...page,
      items: await readImports(
        tx,
        page.items.map(({ id }) => id),
      ),
    };
  }

  @Handle(importRoutes.uploadImport)
  uploadImport(@Call() call: CallOf<typeof importRoutes.uploadImport>) {
    return uploadImport(call);
  }

  @Handle(importRoutes.readImport)
  readImport(@Call() { tx, params }: CallOf<typeof importRoutes.readImport>) {
    return readImport(tx, params.id);
  }

  @Handle(importRoutes.setMapping)
  setMapping(@Call() call: CallOf<typeof importRoutes.setMapping>) {
    return setMapping(call);
  }

  @Handle(importRoutes.previewImport)
  previewImport(@Call() call: CallOf<typeof importRoutes.previewImport>) {
    return previewImport(call);
  }

  @Handle(importRoutes.listImportLines)
  listImportLines(@Call() call: CallOf<typeof importRoutes.listImportLines>) {
    return listImportLines(call);
  }

  @Handle(importRoutes.downloadImportIssues)
  downloadImportIssues(@Call() call: CallOf<typeof importRoutes.downloadImportIssues>) {
    return downloadImportIssues(call);
  }

  @Handle(importRoutes.listImportRows)
  listImportRows(@Call() call: CallOf<typeof importRoutes.listImportRows>) {
    return listImportRows(call);
  }

  @Handle(importRoutes.commitImport)
  commitImport(@Call() call: CallOf<typeof importRoutes.commitImport>) {
    return commitImport(call);
  }

  @Handle(importRoutes.undoImport)
  undoImport(@Call() call: CallOf<typeof importRoutes.undoImport>) {
    return undoImport(call);
  }
}
