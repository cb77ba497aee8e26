import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text; only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a session id or access token. A plain hash is enough: the secret is random, not chosen by people. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Whether two texts are the same, taking the same time wherever they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(secretHash(a), secretHash(b));
}
