/**
 * Why a field is empty although the source has something there: `withheld` = the publisher keeps it back, `text` = words
 * instead of a value (not yet planned, unreadable), `not_stated` = a mark that says "nothing". A blank cell is no absence.
 */
export type AbsenceKind = 'withheld' | 'text' | 'not_stated';

export interface Absence {
  kind: AbsenceKind;
  /** What stood in the source. */
  text: string;
}

/** A recognised absence; `not_planned` are texts that say the value will come. */
export type RecognisedAbsence = 'withheld' | 'not_planned' | 'not_stated';

const whole = (words: string) => new RegExp(`^(?:${words})[\\s.]*$`, 'iu');
const begins = (words: string) => new RegExp(`^(?:${words})(?!\\p{L})`, 'iu');

/** Say nothing but that something is kept back, wherever they stand. */
const WITHHELD_PHRASE =
  'exempt (?:under|from) .*(?:section|act|\\d)|withheld (?:under|due|because|for)|undtaget (?:efter|fra|i henhold)';
/** Say so when an amount or date is expected; at the beginning of a title they are part of it ("Classified network"). */
const WITHHELD_WORDS = [
  'exempt|withheld|redacted|confidential|classified|commercial(?:ly)? (?:in )?(?:confidence|sensitive)',
  'not (?:disclosed|published|public)|restricted|sensitive',
  'tilbageholdt|holdes tilbage|fortroligt?|hemmeligt?|hemmeligholdt|undtaget|tavshedsbelagt|ikke offentligt?|ikke offentliggjort|klassificeret',
].join('|');

const NOT_PLANNED_WORDS = [
  'early planning|t\\.?b\\.?[acd]\\.?|to be (?:determined|confirmed|announced|decided|agreed|advised)',
  '(?:not yet|yet to be) \\p{L}+|pending|awaiting|on hold|ongoing|under (?:review|consideration|development)',
  'ikke (?:endnu )?(?:fastlagt|fastsat|afklaret|besluttet|planlagt|aftalt|kendt)|endnu ikke \\p{L}+|afventer|uafklaret',
  'under (?:afklaring|udarbejdelse)|følger senere|løbende|på hold|mangler',
].join('|');

const MARKS = '[-–—−_.?/]+';
const NOT_STATED_WORDS = [
  `${MARKS}|n\\.?/?a\\.?|#n/a|none|null|nil|unknown|unspecified|not (?:applicable|available|provided|stated|reported|known)`,
  'ikke (?:oplyst|angivet|relevant|opgjort|tilgængelig)|ingen(?: oplysning(?:er)?| angivelse)?|ukendt|uoplyst|u\\. ?o\\.',
].join('|');

type Patterns = readonly [RecognisedAbsence, readonly RegExp[]][];

const PATTERNS: Readonly<Record<'value' | 'text' | 'name', Patterns>> = {
  value: [
    ['withheld', [begins(WITHHELD_PHRASE), begins(WITHHELD_WORDS)]],
    [
      'not_stated',
      [whole(NOT_STATED_WORDS), /^not (?:applicable|available|provided|stated|reported|known)\b.{0,40}$/i],
    ],
    ['not_planned', [begins(NOT_PLANNED_WORDS)]],
  ],
  text: [
    ['withheld', [begins(WITHHELD_PHRASE), whole(WITHHELD_WORDS)]],
    ['not_stated', [whole(NOT_STATED_WORDS)]],
    ['not_planned', [whole(NOT_PLANNED_WORDS)]],
  ],
  name: [['not_stated', [whole(MARKS)]]],
};

/**
 * Whether a text says that there is no value, and how; null for anything else. How much is taken for such a word depends
 * on what the field expects: for a `value` (amount, date, word of a list) the beginning is enough, a `text` must be nothing
 * else, and the `name` of the initiative itself is only a dash or dots when it is missing.
 */
export function recogniseAbsence(text: string, expected: 'value' | 'text' | 'name'): RecognisedAbsence | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  return PATTERNS[expected].find(([, patterns]) => patterns.some((pattern) => pattern.test(line)))?.[0] ?? null;
}

/** How a recognised absence is kept with the initiative. */
export function absenceOf(recognised: RecognisedAbsence, text: string): Absence {
  return { kind: recognised === 'not_planned' ? 'text' : recognised, text };
}
