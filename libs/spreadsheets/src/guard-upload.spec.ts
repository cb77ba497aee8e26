import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { guardUpload } from './guard-upload';
import { UPLOAD_LIMITS } from './upload-limits';

interface Part {
  name: string;
  content: Buffer | string;
  /** What the directory claims instead of the truth. */
  claimedSize?: number;
  mode?: number;
  flags?: number;
  extra?: Buffer;
  stored?: boolean;
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Builds a zip byte by byte, so that its headers can lie. */
function zip(parts: readonly Part[], { secondDirectory = false } = {}): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.stored ? content : deflateRawSync(content, { level: 9 });
    const extra = part.extra ?? Buffer.alloc(0);
    const fields = Buffer.concat([
      u16(part.flags ?? 0),
      u16(part.stored ? 0 : 8),
      u32(0),
      u32(crc32(content)),
      u32(packed.length),
      u32(part.claimedSize ?? content.length),
      u16(Buffer.byteLength(part.name)),
      u16(extra.length),
    ]);
    const name = Buffer.from(part.name);
    const here = Buffer.concat([u32(0x04034b50), u16(20), fields, name, extra, packed]);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x0314),
        u16(20),
        fields,
        u16(0),
        u16(0),
        u16(0),
        u32(((part.mode ?? 0o100644) << 16) >>> 0),
        u32(offset),
        name,
        extra,
      ]),
    );
    local.push(here);
    offset += here.length;
  }
  const entries = Buffer.concat(directory);
  const count = u16(parts.length);
  const u64 = (value: number) => Buffer.concat([u32(value), u32(0)]);
  const zip64 = [
    ...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0), u64(parts.length), u64(parts.length)],
    ...[u64(entries.length), u64(offset), u32(0x07064b50), u32(0), u64(offset + entries.length), u32(1)],
  ];
  return Buffer.concat([
    ...local,
    entries,
    ...(secondDirectory ? zip64 : []),
    u32(0x06054b50),
    u32(0),
    count,
    count,
    u32(entries.length),
    u32(offset),
    u16(0),
  ]);
}

const TYPES: Part = { name: '[Content_Types].xml', content: '<Types/>' };
const BOOK: Part = { name: 'xl/workbook.xml', content: '<workbook/>' };
const workbook = (...parts: Part[]) => zip([TYPES, BOOK, ...parts]);

const codeOf = async (bytes: Uint8Array, name = 'portfolio.xlsx', limits = UPLOAD_LIMITS) => {
  const check = await guardUpload(bytes, name, limits);
  return check.kind === 'refused' ? check.fault.code : check.format;
};

describe('a file that may be uploaded', () => {
  it('is a workbook written by a spreadsheet', async () => {
    const bytes = await writeXlsxFile([[{ value: 'Titel' }], [{ value: 'Ny app' }]]).toBuffer();
    expect(await codeOf(bytes)).toBe('xlsx');
    expect(await codeOf(bytes, 'PORTFOLIO.XLSX')).toBe('xlsx');
  });

  it('is delimited text in any of the encodings', async () => {
    expect(await codeOf(Buffer.from('a;b\n1;2'), 'a.csv')).toBe('csv');
    expect(await codeOf(Buffer.from('Næste;Økonomi', 'latin1'), 'a.txt')).toBe('csv');
    expect(await codeOf(Buffer.from('\ufeffa;b\n1;2', 'utf16le'), 'a.csv')).toBe('csv');
    expect(await codeOf(Buffer.from('a;b\n1;2', 'utf16le'), 'a.csv')).toBe('csv');
  });

  it('is an archive whose parts stay within the limits', async () => {
    expect(await codeOf(workbook({ name: 'xl/media/a.bin', content: Buffer.alloc(100, 7), stored: true }))).toBe(
      'xlsx',
    );
  });
});

describe('a file that is refused', () => {
  it('is empty, too large, of another kind, or not what its name says', async () => {
    expect(await codeOf(Buffer.alloc(0))).toBe('empty_file');
    expect(await codeOf(Buffer.alloc(11, 65), 'a.csv', { ...UPLOAD_LIMITS, fileBytes: 10 })).toBe('file_too_large');
    expect(await codeOf(Buffer.from('a'), 'a.xls')).toBe('kind_not_taken');
    expect(await codeOf(Buffer.from('a'), 'a')).toBe('kind_not_taken');
    expect(await codeOf(Buffer.from('a;b'), 'a.xlsx')).toBe('content_differs_from_name');
    expect(await codeOf(workbook(), 'a.csv')).toBe('content_differs_from_name');
    expect(await codeOf(Buffer.from('%PDF-1.7'), 'a.csv')).toBe('content_differs_from_name');
    expect(await codeOf(Buffer.from([65, 0, 0, 66]), 'a.csv')).toBe('content_differs_from_name');
  });

  it('names the fault in both languages with its figures', async () => {
    const check = await guardUpload(Buffer.alloc(UPLOAD_LIMITS.fileBytes + 1, 65), 'a.csv');
    expect(check).toMatchObject({ kind: 'refused', fault: { code: 'file_too_large', params: { most: '20' } } });
    if (check.kind === 'refused') {
      expect(check.fault.text.da).toContain('20 MB');
      expect(check.fault.text.en).toContain('20 MB');
    }
  });

  it('is protected by a password', async () => {
    expect(await codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('archive_encrypted');
    expect(await codeOf(workbook({ name: 'a.xml', content: 'x', flags: 1 }))).toBe('archive_encrypted');
  });

  it('is another kind of archive, or a damaged one', async () => {
    expect(await codeOf(zip([TYPES, { name: 'word/document.xml', content: '<w/>' }]))).toBe('not_a_workbook');
    expect(await codeOf(workbook().subarray(0, 60))).toBe('archive_damaged');
  });

  it('has more parts than allowed', async () => {
    const parts = Array.from({ length: 999 }, (_, index) => ({ name: `xl/${index}.bin`, content: '' }));
    expect(await codeOf(workbook(...parts))).toBe('archive_too_many_entries');
    expect(await codeOf(workbook(...parts.slice(1)))).toBe('xlsx');
  });

  it('is a zip bomb: a small file that unpacks to much more', async () => {
    const bomb = workbook({ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(30 * 1024 * 1024, 32) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('archive_too_compressed');
  });

  it('unpacks to more than the whole limit, spread over many modest parts', async () => {
    const noise = Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * index * 31) % 251));
    const parts = Array.from({ length: 4 }, (_, index) => ({ name: `xl/${index}.bin`, content: noise, stored: true }));
    const limits = { ...UPLOAD_LIMITS, unpackedBytes: 200_000 };
    expect(await codeOf(workbook(...parts), 'a.xlsx', limits)).toBe('archive_too_large');
  });

  it('claims a size in its directory that its contents do not keep', async () => {
    const content = Buffer.alloc(30 * 1024 * 1024, 32);
    expect(await codeOf(workbook({ name: 'xl/sheet1.xml', content, claimedSize: 50_000 }))).toBe('archive_damaged');
    expect(await codeOf(workbook({ name: 'xl/sheet1.xml', content: 'abc', claimedSize: 4 }))).toBe('archive_damaged');
  });

  it('holds a link, a name that leaves the archive, a name twice, or a second directory', async () => {
    expect(await codeOf(workbook({ name: 'xl/a.xml', content: '/etc/passwd', mode: 0o120777 }))).toBe(
      'archive_unusual',
    );
    for (const name of ['../a.xml', 'xl/../../a.xml', '/etc/a.xml', 'xl\\..\\a.xml', 'C:/a.xml']) {
      expect(await codeOf(workbook({ name, content: 'a' }))).toBe('archive_unusual');
    }
    expect(await codeOf(workbook(BOOK))).toBe('archive_unusual');
    expect(await codeOf(zip([TYPES, BOOK], { secondDirectory: true }))).toBe('archive_unusual');
    const extra = Buffer.concat([u16(1), u16(8), Buffer.alloc(8)]);
    expect(await codeOf(workbook({ name: 'a.xml', content: 'a', extra }))).toBe('archive_unusual');
  });

  it('declares a document type or entities, wherever the bytes are cut', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><x>&lol;</x>';
    expect(await codeOf(workbook({ name: 'xl/sharedStrings.xml', content: bomb }))).toBe('archive_declares_entities');
    const far = `<x>${'y'.repeat(65_530)}<!ENTITY a "b"></x>`;
    expect(await codeOf(workbook({ name: 'xl/a.xml', content: far }))).toBe('archive_declares_entities');
    const wide = Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le');
    expect(await codeOf(workbook({ name: 'xl/a.xml', content: wide }))).toBe('archive_unusual');
    expect(await codeOf(workbook({ name: 'xl/a.xml', content: '<x><!-- ok --><![CDATA[ok]]></x>' }))).toBe('xlsx');
  });
});
