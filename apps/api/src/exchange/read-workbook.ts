import type { Buffer } from 'node:buffer';
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { uploadFault, type WorkbookOptions, type WorkbookReading } from '@hoest/spreadsheets';

/** What the reading child may use. */
export interface ReadingLimits {
  /** Heap of the child. */
  memoryMegabytes: number;
  /** Time from start to answer, after which the child is killed. */
  timeoutMs: number;
}

/** Source: reliability rule S25 */
export const READING_LIMITS: ReadingLimits = { memoryMegabytes: 512, timeoutMs: 60_000 };

/** How much of what the child writes before it breaks is kept for the log. */
const LONGEST_COMPLAINT = 2000;

const CHILD = 'read-workbook.child.js';

/**
 * The child's program stands beside the api's own in the build (`tools/build-server.mjs`). Where the api runs from its
 * sources, in tests, the build's copy is taken.
 */
function childProgram(): string {
  const beside = join(import.meta.dirname, CHILD);
  return existsSync(beside) ? beside : join(process.cwd(), 'dist', 'apps', 'api', CHILD);
}

/** Rights the child is left with: reading its own program, threads for unpacking. No writing, no other processes. */
const RIGHTS = ['--permission', '--allow-fs-read=*', '--allow-worker'];

/**
 * Reads an upload that `guardUpload` has accepted in a child process with a memory limit and a time-out. Faults of the
 * file are answered; a child that runs out of memory or time is killed and answered as `reading_too_large` or
 * `reading_too_slow`.
 * @throws the signal's reason when the import is cancelled meanwhile; Error when the child fails for a reason of ours
 */
export function readWorkbookInChild(
  bytes: Uint8Array,
  options: WorkbookOptions,
  signal?: AbortSignal,
  limits: ReadingLimits = READING_LIMITS,
  program: string = childProgram(),
): Promise<WorkbookReading> {
  signal?.throwIfAborted();
  const child = fork(program, [], {
    env: {},
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, ...RIGHTS],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-LONGEST_COMPLAINT)));
  return new Promise<WorkbookReading>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(refused('reading_too_slow'))), limits.timeoutMs);
    const cancel = () => settle(() => reject(signal?.reason));
    const settle = (answer: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.kill('SIGKILL');
      answer();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    child.once('message', (reading) => settle(() => resolve(reading as WorkbookReading)));
    child.once('error', (error) => settle(() => reject(error)));
    // Node ends itself with SIGABRT when its heap is full; elsewhere (Windows) the code says the same.
    child.once('exit', (code, killedBy) =>
      settle(() =>
        killedBy === 'SIGABRT' || killedBy === 'SIGKILL' || code === 134
          ? resolve(refused('reading_too_large'))
          : reject(new Error(`The reading process ended with ${code ?? killedBy} before it answered: ${complaint}`)),
      ),
    );
    child.send({ bytes, options });
  });
}

const refused = (code: 'reading_too_slow' | 'reading_too_large'): WorkbookReading => ({
  kind: 'refused',
  fault: uploadFault(code),
});
