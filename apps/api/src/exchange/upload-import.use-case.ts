import { createHash, randomUUIDv7 } from 'node:crypto';
import { IMPORT_FILE_MOST_BYTES, type importRoutes } from '@hoest/contracts';
import { IMPORT_KINDS, type ImportKind } from '@hoest/exchange';
import { ImportEntity } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import { guardUpload } from '@hoest/spreadsheets';
import type { FastifyRequest } from 'fastify';
import type { CallOf } from '../http/handle';
import { organisationCurrency } from '../organisation/organisation-currency';
import { readImport } from './import-answer';
import { readFileOrRefuse, readGrid, uploadRefused } from './read-upload';
import { refuseUnlessMayRun } from './refuse-kind';

const LONGEST_NAME = 200;

interface Upload {
  kind: ImportKind;
  bytes: Buffer;
  fileName: string;
  mediaType: string;
}

const missing = (pointer: string, da: string, en: string) =>
  new ProblemError('invalid', { faults: [{ pointer, code: 'missing', detail: { da, en } }] });

/** Takes the parts `file` and `kind` of the request, in any order. */
async function receive(request: FastifyRequest): Promise<Upload> {
  let upload: Omit<Upload, 'kind'> | null = null;
  let named: string | null = null;
  for await (const part of request.parts({
    limits: { files: 1, fields: 5, fileSize: IMPORT_FILE_MOST_BYTES, fieldSize: 100 },
  })) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file') {
        throw new ProblemError('invalid', {
          faults: [
            {
              pointer: `/${part.fieldname}`,
              code: 'unknown_field',
              detail: { da: 'Send filen i delen »file«.', en: 'Send the file in the part “file”.' },
            },
          ],
        });
      }
      const bytes = await part.toBuffer();
      upload = { bytes, fileName: part.filename.slice(-LONGEST_NAME) || 'import', mediaType: part.mimetype };
    } else if (part.fieldname === 'kind') named = String(part.value);
  }
  if (!upload) throw missing('/file', 'Vedlæg filen i delen »file«.', 'Attach the file in the part “file”.');
  const kind = IMPORT_KINDS.find((known) => known === named);
  if (!kind) {
    throw missing(
      '/kind',
      'Angiv, hvad filen rummer: kind = initiatives (portefølje) eller actuals (regnskabstal).',
      'Say what the file holds: kind = initiatives (a portfolio) or actuals.',
    );
  }
  return { ...upload, kind };
}

async function receiveOrRefuse(request: FastifyRequest): Promise<Upload> {
  try {
    return await receive(request);
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new ProblemError('too_large', { params: { most: '20 MB' }, cause: error });
    }
    throw error;
  }
}

/** Takes a file, reads it in a process of its own and proposes a mapping. Nothing but the import itself is stored. */
export async function uploadImport(call: CallOf<typeof importRoutes.uploadImport>) {
  const { caller } = call;
  const { kind, bytes, fileName, mediaType } = await receiveOrRefuse(call.request);
  refuseUnlessMayRun(caller, kind);
  const check = await guardUpload(bytes, fileName);
  if (check.kind === 'refused') throw uploadRefused(check.fault);
  const workbook = await readFileOrRefuse(bytes, { format: check.format });
  return call.open({}, async (tx) => {
    const currency = await organisationCurrency(tx);
    const { reading, mapping } = await readGrid(tx, workbook, {
      kind,
      format: check.format,
      table: {},
      currency,
      lineChoices: {},
    });
    const id = randomUUIDv7();
    await tx.manager.getRepository(ImportEntity).insert({
      organisationId: tx.organisationId,
      id,
      kind,
      fileName,
      mediaType,
      byteSize: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      content: bytes,
      state: 'mapped',
      encoding: workbook.encoding,
      delimiter: workbook.delimiter,
      sheet: workbook.sheet,
      sheets: workbook.sheets,
      orientation: reading.table.orientation,
      reading,
      mapping,
      options: { defaultUnitId: null, createUnits: true, currency },
      createdBy: caller.personId,
    } as never);
    tx.audit({
      action: 'uploaded',
      objectKind: 'import',
      objectId: id,
      changes: { fileName: { from: null, to: fileName }, byteSize: { from: null, to: bytes.length } },
    });
    tx.announce('import', id);
    return readImport(tx, id);
  });
}
