import { ProblemError } from '@hoest/platform';

/**
 * The version in an `If-Match` header, as our ETags write it (`"7"`).
 * @throws ProblemError `version_required` when it is missing or is no ETag of ours; `*` counts as missing, because it
 * would overwrite changes nobody has seen.
 */
export function versionIn(header: string | undefined): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? '');
  if (!match) throw new ProblemError('version_required');
  return Number(match[1]);
}
