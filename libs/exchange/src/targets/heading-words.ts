/** Heading as one line, for display: line breaks and repeated spaces become one space. */
export function headingLine(heading: string): string {
  return heading.replace(/\s+/g, ' ').trim();
}

/** The heading without what stands in brackets: explanations and units. */
export function withoutBrackets(heading: string): string {
  return heading.replace(/\([^()]*\)|\[[^\]]*\]/g, ' ');
}

/**
 * Words of a heading for comparison: small letters, `camelCase` and punctuation split, single spaces. Letters with marks
 * stay, because `år` and `ar` differ; figures stay.
 */
export function headingWords(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£$€]+/gu, ' ')
    .trim();
}
