import type { ChartTable } from './chart-data';

/** Texts a spreadsheet would run as a formula get an apostrophe; a minus before a figure is a number and stays. */
const cell = (text: string) => {
  const plain = text.replace(/\u2212/g, '-').replace(/[\u00a0\u202f]/g, ' ');
  const safe = /^[=+@\t\r]/.test(plain) || /^-(?![\d.,])/.test(plain) ? `'${plain}` : plain;
  return /[;"\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** A table as CSV for people: semicolons, CRLF, byte order mark, figures as the reader's language writes them. */
export function toCsv({ columns, rows }: ChartTable): string {
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file. */
export function download(text: string, name: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
