import type { ImportKind } from '@hoest/exchange';
import { exchangeTexts } from './exchange-texts';

export type ImportWords = ReturnType<typeof exchangeTexts.inject>;
type Key = Parameters<ImportWords>[0];
type Own<Text extends Key> = Text extends `actuals.${infer Plain}` ? Plain : never;

/** Texts that speak of initiatives and read differently for lines of the accounts. */
export const ACTUALS_WORDS = [
  'import',
  'stepWords.rows',
  'stepWords.checked',
  'locked.role',
  'new.title',
  'new.what',
  'new.lead',
  'list.notAllowed',
  'example.what',
  'example.rows',
  'fileStep.what',
  'reading.lead',
  'orientation.rows',
  'orientation.columns',
  'reading.skipped',
  'columns.lead',
  'columns.noTitle',
  'check.runWhat',
  'check.running',
  'check.runningWhat',
  'check.notRunWhat',
  'sums.what',
  'rows.initiative',
  'rows.noTitle',
  'rows.none.create',
  'rows.none.update',
  'rows.none.unchanged',
  'commit.lead',
  'commit.create',
  'commit.update',
  'commit.baseline',
  'commit.unchanged',
  'commit.rejected',
  'commit.undoable',
  'commit.do',
  'commit.again',
  'result.lead',
  'result.leadKept',
  'result.see',
  'result.remembered',
  'result.keptWhat',
  'undo.created',
  'undo.updated',
  'undo.kept',
] as const satisfies readonly (Own<Key> & Key)[];

const OWN: ReadonlySet<string> = new Set(ACTUALS_WORDS);

const isOwn = (key: Key): key is (typeof ACTUALS_WORDS)[number] => OWN.has(key);

/** The texts of the wizard in the words of what is imported: the same keys for every kind. */
export function injectImportWords(kind: () => ImportKind | undefined): ImportWords {
  const t = exchangeTexts.inject();
  return (key, params) => t(kind() === 'actuals' && isOwn(key) ? `actuals.${key}` : key, params);
}
