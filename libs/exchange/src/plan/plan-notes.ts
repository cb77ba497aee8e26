import type { PlanNote } from './planned-row';

/** The source has another phase than the initiative: a phase is changed at a gate, with a decision. */
export function phaseKept(stated: string): PlanNote {
  return {
    code: 'phase_kept',
    about: 'phase',
    text: {
      da: `Fasen ændres ikke ved import (kilden siger “${stated}”). Skift fase ved beslutningspunktet.`,
      en: `The phase is not changed by an import (the source says “${stated}”). Change it at the gate.`,
    },
  };
}

/** The benefit's plan is approved: its figures need a new plan version. */
export function benefitKept(lineKey: string): PlanNote {
  return {
    code: 'benefit_kept',
    about: lineKey,
    text: {
      da: 'Gevinstens plan er godkendt og ændres ikke ved import. Lav en ny planversion med en beslutning.',
      en: 'The plan of the benefit is approved and is not changed by an import. Make a new plan version with a decision.',
    },
  };
}

/** Amounts in two currencies are neither compared nor replaced. */
export function currencyKept(lineKey: string, existing: string, stated: string): PlanNote {
  return {
    code: 'currency_kept',
    about: lineKey,
    text: {
      da: `Linjen står i ${existing} og ændres ikke af et beløb i ${stated}.`,
      en: `The line is in ${existing} and is not changed by an amount in ${stated}.`,
    },
  };
}

/** The file has fewer lines of a key than were stored: the rest was corrected away in the source. */
export function linesRemoved(count: number): PlanNote {
  const [da, en] =
    count === 1
      ? [
          '1 tidligere linje med samme konto, periode og bilag',
          '1 former line with the same account, period and voucher',
        ]
      : [
          `${count} tidligere linjer med samme konto, periode og bilag`,
          `${count} former lines with the same account, period and voucher`,
        ];
  return {
    code: 'lines_removed',
    about: 'account',
    text: {
      da: `${da} fjernes, fordi filen ikke længere har ${count === 1 ? 'den' : 'dem'}.`,
      en: `${en} ${count === 1 ? 'is' : 'are'} removed, because the file no longer has ${count === 1 ? 'it' : 'them'}.`,
    },
  };
}
