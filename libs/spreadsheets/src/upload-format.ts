import { uploadFault, UploadRefused } from './upload-fault';

/** Kinds of spreadsheet file that are read; `csv` stands for all delimited text. */
export type UploadFormat = 'csv' | 'xlsx';

const FORMATS: Readonly<Record<string, UploadFormat>> = { csv: 'csv', tsv: 'csv', txt: 'csv', xlsx: 'xlsx' };

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

const isOldOffice = (bytes: Uint8Array) => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Beginnings of files that people upload by mistake, and that a text decoder would turn into nonsense. */
const isOtherBinary = (bytes: Uint8Array) =>
  begins(bytes, 0x50, 0x4b) || // any zip
  isOldOffice(bytes) ||
  begins(bytes, 0x25, 0x50, 0x44, 0x46) || // PDF
  begins(bytes, 0x89, 0x50, 0x4e, 0x47) || // PNG
  begins(bytes, 0xff, 0xd8, 0xff) || // JPEG
  begins(bytes, 0x47, 0x49, 0x46, 0x38) || // GIF
  begins(bytes, 0x1f, 0x8b); // gzip

/** Whether text may be read from the bytes: no zero byte, unless the file is UTF-16, where every other one may be zero. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (isOtherBinary(bytes)) return false;
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return true;
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) zerosAtEven++;
    else zerosAtOdd++;
  }
  return zerosAtEven === 0 || zerosAtOdd === 0;
}

/**
 * The format by the file's extension, confirmed by its first bytes. What the browser says (media type) is not asked:
 * it names CSV files in four ways and lies as easily as the extension.
 * @throws UploadRefused `kind_not_taken`, `content_differs_from_name`, `archive_encrypted`
 */
export function uploadFormat(bytes: Uint8Array, fileName: string): UploadFormat {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
  const format = FORMATS[extension];
  if (!format) throw new UploadRefused(uploadFault('kind_not_taken', { kind: extension ? `.${extension}` : fileName }));
  // Excel wraps a workbook with a password into the old container.
  if (format === 'xlsx' && isOldOffice(bytes)) throw new UploadRefused(uploadFault('archive_encrypted'));
  if (!(format === 'xlsx' ? isZip(bytes) : looksLikeText(bytes))) {
    throw new UploadRefused(uploadFault('content_differs_from_name', { kind: `.${extension}` }));
  }
  return format;
}
