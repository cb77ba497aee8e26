// The types of Node 24 that we pin are older than two of its functions we use.
import 'node:crypto';

declare module 'node:crypto' {
  /** A version 7 UUID: sorts by the time it was made, which keeps indexes together. */
  export function randomUUIDv7(): string;

  interface Argon2Parameters {
    message: string | Buffer;
    nonce: Buffer;
    parallelism: number;
    /** Bytes of the result. */
    tagLength: number;
    /** KiB. */
    memory: number;
    passes: number;
  }

  /** Derives a key with Argon2 on the thread pool. */
  export function argon2(
    algorithm: 'argon2d' | 'argon2i' | 'argon2id',
    parameters: Argon2Parameters,
    callback: (error: Error | null, derivedKey: Buffer) => void,
  ): void;
}
