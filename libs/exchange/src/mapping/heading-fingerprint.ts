import { headingWords } from '../targets/heading-words';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const BITS_64 = (1n << 64n) - 1n;

function fnv1a(text: string): bigint {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & BITS_64;
  return hash;
}

/**
 * Short name of a set of headings, the same whatever their order, letter case and punctuation; files with the same
 * fingerprint share a remembered mapping. A plain hash (FNV-1a, 64 bits) is enough: it only proposes, within one
 * organisation, and a person sees the mapping before anything is imported.
 */
export function headingFingerprint(headings: readonly string[]): string {
  const words = headings.map(headingWords).sort();
  return `${words.length}-${fnv1a(words.join('\n')).toString(16).padStart(16, '0')}`;
}
