import { fill } from '../../language/transpiler';
import danish from '../i18n/da.json';
import english from '../i18n/en.json';
import { countsSentence } from './counts-sentence';

const counts = { create: 371, update: 124, unchanged: 0, rejected: 0, emptyCells: 48, skippedLines: 0 };
const inDanish = (change: Partial<typeof counts>) =>
  countsSentence({ ...counts, ...change }, (key, params) => fill(danish[key], params ?? {}, 'da'));

describe('the sentence of a dry run', () => {
  it('says what would happen to the rows and the cells', () => {
    expect(inDanish({})).toBe('124 opdateres, 371 oprettes, ingen afvises; 48 celler efterlades tomme.');
    expect(inDanish({ update: 0, create: 1, rejected: 2, emptyCells: 1 })).toBe(
      'Ingen opdateres, 1 oprettes, 2 afvises; 1 celle efterlades tom.',
    );
    expect(inDanish({ update: 0, create: 0, unchanged: 1240, emptyCells: 0 })).toBe(
      'Ingen opdateres, ingen oprettes, 1.240 er uændrede, ingen afvises; ingen celler efterlades tomme.',
    );
  });

  it('says it in English', () => {
    expect(countsSentence(counts, (key, params) => fill(english[key], params ?? {}, 'en'))).toBe(
      '124 to be updated, 371 to be created, none rejected; 48 cells are left empty.',
    );
  });
});
