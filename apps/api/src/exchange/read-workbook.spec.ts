import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbookInChild, READING_LIMITS } from './read-workbook';

const root = join(__dirname, '..', '..', '..', '..');
const folder = mkdtempSync(join(root, 'node_modules', '.read-workbook-'));
const program = join(folder, 'read-workbook.child.mjs');

/** A child that behaves as a parser does on a hostile file. */
const hostile = (name: string, body: string) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `process.once('message', () => { ${body} });`);
  return file;
};

beforeAll(async () => {
  const libs = ['spreadsheets', 'exchange', 'quantities'];
  await build({
    entryPoints: [join(__dirname, 'read-workbook.child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    alias: Object.fromEntries(libs.map((lib) => [`@hoest/${lib}`, join(root, 'libs', lib, 'src', 'index.ts')])),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('reading an upload in a child process', () => {
  it('gives the same grid as reading it here, for text and for a workbook', async () => {
    const text = await readWorkbookInChild(
      Buffer.from('a;b\n1;2'),
      { format: 'csv' },
      undefined,
      READING_LIMITS,
      program,
    );
    expect(text).toMatchObject({
      kind: 'read',
      delimiter: ';',
      grid: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
    const rows = Array.from({ length: 20_000 }, (_, row) => [
      { value: `Indsats ${row} ${row * row}` },
      { value: row + 0.5 },
    ]);
    const bytes = await writeXlsxFile(rows).toBuffer();
    const workbook = await readWorkbookInChild(bytes, { format: 'xlsx' }, undefined, READING_LIMITS, program);
    if (workbook.kind === 'refused') throw new Error(workbook.fault.code);
    expect(workbook.grid).toHaveLength(20_000);
    expect(workbook.grid.at(-1)).toEqual(['Indsats 19999 399960001', { number: '19999.5' }]);
  });

  it('answers faults of the file', async () => {
    const reading = await readWorkbookInChild(
      Buffer.from('PK'),
      { format: 'xlsx' },
      undefined,
      READING_LIMITS,
      program,
    );
    expect(reading).toMatchObject({ kind: 'refused', fault: { code: 'archive_damaged' } });
  });

  it('is killed when it takes too long or too much memory', async () => {
    const limits = { memoryMegabytes: 32, timeoutMs: 30_000 };
    const grow = hostile('grow', 'const all = []; for (;;) all.push({ text: String(all.length) });');
    expect(await readWorkbookInChild(Buffer.from('a'), { format: 'csv' }, undefined, limits, grow)).toMatchObject({
      fault: { code: 'reading_too_large' },
    });
    const stall = hostile('stall', 'for (;;);');
    const short = { ...limits, timeoutMs: 300 };
    expect(await readWorkbookInChild(Buffer.from('a'), { format: 'csv' }, undefined, short, stall)).toMatchObject({
      fault: { code: 'reading_too_slow' },
    });
  });

  it('stops when the import is cancelled, and fails loudly when the child breaks for a reason of ours', async () => {
    const stall = hostile('stall', 'for (;;);');
    const controller = new AbortController();
    const reading = readWorkbookInChild(Buffer.from('a'), { format: 'csv' }, controller.signal, READING_LIMITS, stall);
    controller.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
    const broken = hostile('broken', 'throw new Error("our mistake");');
    await expect(
      readWorkbookInChild(Buffer.from('a'), { format: 'csv' }, undefined, READING_LIMITS, broken),
    ).rejects.toThrow(/before it answered: .*our mistake/s);
  });

  it('leaves the child no environment, no writing and no processes of its own', async () => {
    const probe = hostile(
      'probe',
      `const tries = { env: Object.keys(process.env).length };
       import('node:fs').then(async (fs) => {
         try { fs.writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x'); tries.write = 'yes'; } catch (e) { tries.write = e.code; }
         try { (await import('node:child_process')).spawnSync('true'); tries.spawn = 'yes'; } catch (e) { tries.spawn = e.code; }
         process.send(tries);
       });`,
    );
    expect(
      await readWorkbookInChild(Buffer.from('a'), { format: 'csv' }, undefined, READING_LIMITS, probe),
    ).toMatchObject({
      env: 0,
      write: 'ERR_ACCESS_DENIED',
      spawn: 'ERR_ACCESS_DENIED',
    });
  });
});
