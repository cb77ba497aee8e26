import { setTimeout as sleep } from 'node:timers/promises';

interface Readied {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

const PAUSE_MS = 200;

/**
 * Makes a BullMQ queue or worker and hands it out once it has had its first look at the backend. BullMQ remembers how that
 * look ended for ever: had the connection broken just then, the queue would answer every later call with that error. So
 * one whose first look failed is thrown away, and another one made.
 * @throws when the connection was closed meanwhile.
 */
export async function becomeReady<T extends Readied>(
  make: () => T,
  connection: { readonly closed: boolean },
  onError: (error: unknown) => void,
): Promise<T> {
  for (;;) {
    const made = make();
    made.on('error', onError);
    try {
      await made.waitUntilReady();
      return made;
    } catch (error) {
      onError(error);
      await made.close().catch(onError);
    }
    if (connection.closed) throw new Error('The connection to the queue was closed');
    await sleep(PAUSE_MS);
  }
}
