/**
 * Text as it may be stored: line breaks as `\n`, no zero characters and no halves of surrogate pairs, which PostgreSQL
 * refuses in JSON. Everything else stays, white space included.
 */
export function cleanCellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed();
}
