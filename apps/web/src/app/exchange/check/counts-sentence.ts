import type { ImportRecord } from '@hoest/contracts';
import type { exchangeTexts } from '../exchange-texts';

type Counts = NonNullable<ImportRecord['counts']>;
type Translate = ReturnType<typeof exchangeTexts.inject>;

/** "124 opdateres, 371 oprettes, ingen afvises; 48 celler efterlades tomme." */
export function countsSentence({ update, create, rejected, unchanged, emptyCells }: Counts, t: Translate): string {
  const rows = [
    t('check.updated', { n: update }),
    t('check.created', { n: create }),
    ...(unchanged > 0 ? [t('check.unchanged', { n: unchanged })] : []),
    t('check.rejected', { n: rejected }),
  ].join(', ');
  const sentence = `${rows}; ${t('check.emptyCells', { n: emptyCells })}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
