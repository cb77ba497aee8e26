import type { ImportTarget } from '../targets/import-target';

export type ImportedKind = 'project' | 'programme' | 'pilot' | 'operational_change';
export type ImportedPhase =
  | 'idea'
  | 'analysis'
  | 'proposed'
  | 'approved'
  | 'executing'
  | 'realising'
  | 'closed'
  | 'on_hold'
  | 'stopped'
  | 'rejected';
export type ImportedRag = 'on_track' | 'watch' | 'deviation';

const words = (list: string) => list.split(',').map((word) => word.trim());

const KINDS: Readonly<Record<ImportedKind, string[]>> = {
  project: words('projekt, project'),
  programme: words('program, programme'),
  pilot: words('pilot, pilotprojekt, pilot project, forsøg, poc, proof of concept'),
  operational_change: words('driftsændring, operational change, drift, operations, ændring, change'),
};

const PHASES: Readonly<Record<ImportedPhase, string[]>> = {
  idea: words('idé, ide, idea, idea phase, idéfase, idefase, forslag'),
  analysis: words('analyse, analysis, analysefase, foranalyse, discovery, business case'),
  proposed: words('indstillet, proposed, til beslutning, submitted'),
  approved: words('godkendt, approved, besluttet, planlagt, planning, planlægning'),
  executing:
    words(`i gennemførelse, gennemførelse, gennemførelsesfase, executing, execution, delivery, in progress, in delivery,
    i gang, igangværende, igangsat, udførelse, aktiv, active, started, implementering`),
  realising: words(
    'i realisering, realisering, realiseringsfase, realising, realisation, benefits realisation, i drift, live',
  ),
  closed: words('lukket, afsluttet, closed, completed, complete, done, færdig, gennemført'),
  on_hold: words('på hold, on hold, sat i bero, i bero, paused, pause, hold'),
  stopped: words('stoppet, stopped, cancelled, canceled, annulleret, terminated, opgivet'),
  rejected: words('afvist, rejected, ikke godkendt, declined'),
};

const RAGS: Readonly<Record<ImportedRag, string[]>> = {
  on_track: words(
    'grøn, grønt, green, g, on track, følger plan, følger planen, ok, amber green, green amber, grøn gul',
  ),
  watch: words('gul, gult, yellow, amber, a, y, at risk, obs, afvigelse under kontrol, risiko, amber red, red amber'),
  deviation: words('rød, rødt, red, r, off track, kritisk, critical, afvigelse, forsinket, delayed'),
};

const FLAGS = {
  true: words('ja, yes, true, sand, 1, x, j, y, ✓, ✔, skal, lovpligtig, mandatory, must'),
  false: words('nej, no, false, falsk, 0, n, kan, optional, frivillig'),
};

const invert = <Value extends string>(table: Readonly<Record<Value, string[]>>) =>
  new Map(
    (Object.entries(table) as [Value, string[]][]).flatMap(([value, names]) =>
      [value.replaceAll('_', ' '), ...names].map((name): [string, Value] => [name, value]),
    ),
  );

const VALUES: Readonly<Partial<Record<ImportTarget, ReadonlyMap<string, string>>>> = {
  kind: invert(KINDS),
  phase: invert(PHASES),
  statusRag: invert(RAGS),
  mandatory: invert(FLAGS),
};

/** Small letters and single spaces; "3. Gennemførelse", "Amber/Red" and "Grøn (uændret)" lose what is not the word. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^\s*\d+\s*[.):-]\s*/, '')
    .replace(/[/_–-]+/g, ' ')
    .replace(/[.,;:!]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Value of a choice or flag (`'true'`, `'false'`) by its Danish or English word; null when the word is none of the list. */
export function readChoice(target: ImportTarget, text: string): string | null {
  const values = VALUES[target];
  // A figure alone is a flag, not a numbered list item.
  return values?.get(text.trim().toLowerCase()) ?? values?.get(plain(text)) ?? null;
}

/** The words offered when a cell has none of them, one per value, Danish and English. */
export function offeredWords(target: ImportTarget): { da: string; en: string } {
  switch (target) {
    case 'kind':
      return { da: 'projekt, program, pilot, driftsændring', en: 'project, programme, pilot, operational change' };
    case 'phase':
      return {
        da: 'idé, analyse, indstillet, godkendt, i gennemførelse, i realisering, lukket, på hold, stoppet, afvist',
        en: 'idea, analysis, proposed, approved, executing, realising, closed, on hold, stopped, rejected',
      };
    case 'statusRag':
      return { da: 'grøn, gul, rød', en: 'green, amber, red' };
    default:
      return { da: 'ja, nej', en: 'yes, no' };
  }
}
