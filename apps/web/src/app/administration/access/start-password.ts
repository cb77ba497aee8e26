/** Letters and digits that nobody mistakes for each other when read aloud or typed from paper. */
const SIGNS = 'abcdefghkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/**
 * A password to begin with: four groups of five signs, about 98 bits, `k3vdp-…`.
 * @param random fills an array with random bytes; the browser's own by default
 */
export function startPassword(
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  const signs: string[] = [];
  const bytes = new Uint8Array(1);
  // Bytes past the last whole round of signs are drawn again, else the first signs would come more often.
  const usable = 256 - (256 % SIGNS.length);
  while (signs.length < GROUPS * GROUP_LENGTH) {
    random(bytes);
    const byte = bytes[0] ?? 0;
    if (byte < usable) signs.push(SIGNS.charAt(byte % SIGNS.length));
  }
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-');
}
