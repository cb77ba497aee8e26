import { NOT_A_VALUE, HEADING_SYNONYMS, PER_YEAR, WHOLE_HEADING_ONLY } from './heading-synonyms';
import { IMPORT_KINDS, type ImportKind } from '../import-kind';
import { readStatedMoney } from './heading-money';
import { headingWords, withoutBrackets } from './heading-words';
import { type ImportTarget, isBenefitTarget, TARGET_RULES, TARGETS_OF_KIND } from './import-target';

/** A target a heading may mean, with how sure the heading alone makes it: 1 = says exactly so, 0 = nothing. */
export interface RecognisedTarget {
  target: ImportTarget;
  confidence: number;
}

/** Least confidence at which a heading counts as recognised. */
export const RECOGNISED = 0.6;

const EXACT = 1;
const WITH_YEAR = 0.9;
/** A bare year over numbers is nearly always a cost of that year. */
const BARE_YEAR = 0.65;
const LONGEST_HEADING = 400;

type Phrases = ReadonlyMap<string, readonly ImportTarget[]>;

function phrasesOf(kind: ImportKind): Phrases {
  const phrases = new Map<string, ImportTarget[]>();
  for (const target of TARGETS_OF_KIND[kind]) {
    for (const phrase of HEADING_SYNONYMS[target]) phrases.set(phrase, [...(phrases.get(phrase) ?? []), target]);
  }
  return phrases;
}

const PHRASES = new Map<ImportKind, Phrases>(IMPORT_KINDS.map((kind) => [kind, phrasesOf(kind)]));
const MOST_WORDS = Math.max(
  ...[...PHRASES.values()].flatMap((phrases) => [...phrases.keys()].map((phrase) => phrase.split(' ').length)),
);

function phraseMatches(words: readonly string[], kind: ImportKind): Map<ImportTarget, number> {
  const found = new Map<ImportTarget, number>();
  const note = (phrase: string, confidence: number) => {
    for (const target of PHRASES.get(kind)?.get(phrase) ?? []) {
      found.set(target, Math.max(confidence, found.get(target) ?? 0));
    }
  };
  note(words.join(' '), EXACT);
  for (let start = 0; start < words.length; start++) {
    for (let length = 1; length <= Math.min(MOST_WORDS, words.length - start); length++) {
      const phrase = words.slice(start, start + length).join(' ');
      if (!WHOLE_HEADING_ONLY.has(phrase)) note(phrase, RECOGNISED + 0.3 * (length / words.length));
    }
  }
  return found;
}

const takesTextAbout = (target: ImportTarget) => ['prose', 'line', 'name'].includes(TARGET_RULES[target].kind);

/**
 * What a heading may mean in a file of the kind, surest first; empty when it says nothing known. Only the heading is
 * looked at; whether the cells below agree is for `proposeMapping`.
 */
export function recogniseHeading(heading: string, kind: ImportKind = 'initiatives'): RecognisedTarget[] {
  if (heading.length > LONGEST_HEADING) return [];
  const whole = headingWords(heading);
  if (whole === '') return [];
  const stated = readStatedMoney(heading);
  const named = headingWords(withoutBrackets(heading)) || whole;
  const words = named.split(' ').filter((word) => stated.year === undefined || !word.includes(String(stated.year)));
  if (words.length === 0 || (stated.year !== undefined && ['b', 'r', 'fy', 'år'].includes(words.join(' ')))) {
    return kind === 'initiatives' ? [{ target: 'costPlanned', confidence: BARE_YEAR }] : [];
  }
  const blocked = NOT_A_VALUE.test(whole);
  const perYear = PER_YEAR.test(whole);
  const found: RecognisedTarget[] = [];
  for (const [matched, confidence] of phraseMatches(words, kind)) {
    const target = matched === 'benefitTotal' && perYear ? 'benefitFullYear' : matched;
    const isMoney = TARGET_RULES[target].kind === 'money';
    if (blocked && !takesTextAbout(target)) continue;
    // A benefit of one year, or an amount of a fiscal year over two calendar years, has no place it could go.
    if (isMoney && (stated.splitYear || (stated.year !== undefined && isBenefitTarget(target)))) continue;
    found.push({ target, confidence: stated.year === undefined ? confidence : Math.min(confidence, WITH_YEAR) });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}
