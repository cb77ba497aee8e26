import type { Format } from '@hoest/ui';

/** Bytes as people say them: `12 KB`, `1,4 MB`. */
export function fileSize(bytes: number, format: Pick<Format, 'number'>): string {
  if (bytes < 1024) return `${format.number(bytes)} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${format.number(Math.round(kilobytes))} KB`;
  return `${format.number(Math.round((kilobytes / 1024) * 10) / 10)} MB`;
}
