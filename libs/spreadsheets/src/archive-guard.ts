import { Buffer } from 'node:buffer';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { uploadFault, UploadRefused } from './upload-fault';
import type { UploadLimits } from './upload-limits';
import { XmlDeclarationGuard } from './xml-declaration-guard';

const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const ZIP64_EXTRA_FIELD = 0x0001;
const ZIP64_LOCATOR = 0x07064b50;
const END_RECORD_BYTES = 22;
const ZIP64_LOCATOR_BYTES = 20;
const STORED = 0;
const DEFLATED = 8;

const refuse = (...fault: Parameters<typeof uploadFault>) => new UploadRefused(uploadFault(...fault));
const unusual = (what: string) => refuse('archive_unusual', { what });
const megabytes = (bytes: number) => String(Math.floor(bytes / (1024 * 1024)));

/**
 * Zip64 holds a second directory. Our reader of workbooks and this guard would choose between the two differently, so a
 * bomb could hide in the one that is not looked at; a file of 20 MB never needs it.
 */
function refuseZip64(bytes: Buffer, archive: ZipFile): void {
  const locator = bytes.length - END_RECORD_BYTES - archive.comment.length - ZIP64_LOCATOR_BYTES;
  if (locator >= 0 && bytes.readUInt32LE(locator) === ZIP64_LOCATOR) throw unusual('zip64');
}

/** What the directory alone can tell, before a single byte is unpacked. */
function checkDirectory(entries: readonly Entry[], fileBytes: number, limits: UploadLimits): void {
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) throw refuse('archive_encrypted');
    if (((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === SYMBOLIC_LINK) throw unusual('link');
    if (entry.extraFields.some((field) => field.id === ZIP64_EXTRA_FIELD)) throw unusual('zip64');
    if (![STORED, DEFLATED].includes(entry.compressionMethod)) throw unusual(`method ${entry.compressionMethod}`);
    const tooCompressed =
      entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
    if (tooCompressed) throw refuse('archive_too_compressed', { most: String(limits.ratio) });
    unpacked += entry.uncompressedSize;
  }
  if (unpacked > limits.unpackedBytes) throw refuse('archive_too_large', { most: megabytes(limits.unpackedBytes) });
  if (unpacked > limits.ratioFromBytes && unpacked > fileBytes * limits.ratio) {
    throw refuse('archive_too_compressed', { most: String(limits.ratio) });
  }
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.size !== entries.length) throw unusual('two parts of one name');
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw refuse('not_a_workbook');
}

/**
 * Unpacks every part without keeping it, counting the bytes that really come out: sizes in the directory are a claim,
 * and a part that gives more or fewer bytes than claimed ends the reading (yauzl checks each against its claim).
 */
async function checkContents(archive: ZipFile, entries: readonly Entry[], limits: UploadLimits): Promise<void> {
  let unpacked = 0;
  for (const entry of entries) {
    const declarations = /\.(xml|rels|vml)$/i.test(entry.fileName) ? new XmlDeclarationGuard() : null;
    const content = await archive.openReadStreamPromise(entry);
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > limits.unpackedBytes) {
          throw refuse('archive_too_large', { most: megabytes(limits.unpackedBytes) });
        }
        declarations?.watch(chunk);
      }
    } finally {
      content.destroy();
    }
  }
}

async function readDirectory(archive: ZipFile, limits: UploadLimits): Promise<Entry[]> {
  const tooMany = refuse('archive_too_many_entries', { most: String(limits.archiveEntries) });
  if (archive.entryCount > limits.archiveEntries) throw tooMany;
  const entries: Entry[] = [];
  for await (const entry of archive.eachEntry()) entries.push(entry);
  return entries;
}

/**
 * Checks an xlsx archive: number of parts, ratio, unpacked size (claimed and real), names that leave the archive, links,
 * passwords, a second directory, XML with document types. Answers nothing when all is well.
 * @throws UploadRefused with one of the `archive_…` codes or `not_a_workbook`
 * Source: reliability rule S25
 */
export async function checkArchive(file: Uint8Array, limits: UploadLimits): Promise<void> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  try {
    const archive = await fromBufferPromise(bytes, { strictFileNames: true });
    refuseZip64(bytes, archive);
    const entries = await readDirectory(archive, limits);
    checkDirectory(entries, bytes.length, limits);
    await checkContents(archive, entries, limits);
  } catch (error) {
    if (error instanceof UploadRefused) throw error;
    const message = error instanceof Error ? error.message : '';
    const unsafeName = /relative path|absolute path|invalid characters in fileName/.test(message);
    throw new UploadRefused(
      unsafeName ? uploadFault('archive_unusual', { what: '..' }) : uploadFault('archive_damaged'),
      {
        cause: error,
      },
    );
  }
}
