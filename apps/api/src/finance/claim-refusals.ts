import {
  type ClaimFault,
  type ClaimFacts,
  claimFaults,
  ESTIMATE_YEARS,
  type NestingFault,
  RUNG_LABELS,
  type Rung,
  type ValidatorFault,
} from '@hoest/finance';
import type { Transaction } from '@hoest/persistence';
import type { FieldFault } from '@hoest/platform';
import { formatMinor } from '@hoest/quantities';

type Words = { da: string; en: string };

const CLAIM_FAULTS: Record<ClaimFault, { field: string; detail: Words }> = {
  class_stays_below_budget: {
    field: 'rung',
    detail: {
      da: 'Kun budgeteffekt og merindtægt kan komme i et budget. Frigjort tid og andre klasser kvalitetssikres; ret klassen på gevinsten, hvis den er forkert.',
      en: 'Only cash-releasing benefits and income can enter a budget. Freed time and other classes are quality-assured; correct the class on the benefit if it is wrong.',
    },
  },
  estimate_is_no_evidence: {
    field: 'evidenceKind',
    detail: {
      da: 'Et skøn er ikke dokumentation over trinnet kvalitetssikret. Angiv et udtræk, en optælling eller en anden måling.',
      en: 'An estimate is no evidence above quality-assured. Name an extract, a count or another measurement.',
    },
  },
  budget_version_missing: {
    field: 'budgetVersionId',
    detail: {
      da: 'Vælg det vedtagne budget, beløbet er indarbejdet i.',
      en: 'Choose the adopted budget the amount is entered in.',
    },
  },
  budget_version_other_years: {
    field: 'budgetVersionId',
    detail: {
      da: `Budgettet gælder budgetåret og de ${ESTIMATE_YEARS} overslagsår. Vælg et budget, der dækker året.`,
      en: `The budget covers its budget year and ${ESTIMATE_YEARS} estimate years. Choose one that covers the year.`,
    },
  },
  account_missing: {
    field: 'account',
    detail: { da: 'Angiv den konto, budgettet er sat ned på.', en: 'Name the account whose budget was reduced.' },
  },
  posting_ref_missing: {
    field: 'postingRef',
    detail: {
      da: 'Angiv bilag eller omplacering, som budgettet er sat ned med.',
      en: 'Name the posting or transfer that reduced the budget.',
    },
  },
  accounts_ref_missing: {
    field: 'accountsRef',
    detail: { da: 'Angiv det lukkede regnskab, der bekræfter det.', en: 'Name the closed accounts that confirm it.' },
  },
};

/** Budget years by id of the version; ids that are not there are left out. */
export async function readBudgetYears(
  tx: Transaction,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; year: number }>(
    `select id, year from budget_version where organisation_id = $1 and id = any($2::uuid[])`,
    [tx.organisationId, ids.filter((id) => id != null)],
  );
  return new Map(rows.map(({ id, year }) => [id, year]));
}

/** What is wrong with a claim on its rung, each fault at its field. */
export function rungFaults(facts: ClaimFacts, pointer: string): FieldFault[] {
  return claimFaults(facts).map((code) => ({
    pointer: `${pointer}/${CLAIM_FAULTS[code].field}`,
    code,
    detail: CLAIM_FAULTS[code].detail,
  }));
}

/** What is wrong with the amount or its months. */
export function amountFaults(
  claim: { year: number; monthFrom: string; monthTo: string; amountMinor: string },
  pointer: string,
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (BigInt(claim.amountMinor) === 0n) {
    faults.push({
      pointer: `${pointer}/amountMinor`,
      code: 'amount_zero',
      detail: { da: 'Angiv et beløb, der ikke er 0.', en: 'Give an amount other than 0.' },
    });
  }
  const outside = [claim.monthFrom, claim.monthTo].some((month) => Number(month.slice(0, 4)) !== claim.year);
  if (outside || claim.monthTo < claim.monthFrom) {
    faults.push({
      pointer: `${pointer}/${outside ? 'monthFrom' : 'monthTo'}`,
      code: 'months_outside_year',
      detail: {
        da: `Månederne skal ligge i ${claim.year}, den første før den sidste. Indberet hvert år for sig.`,
        en: `The months must lie in ${claim.year}, the first before the last. Report each year on its own.`,
      },
    });
  }
  return faults;
}

/** Why an amount does not fit on the ladder, with the way to make it fit. */
export function nestingRefusal(fault: NestingFault, rung: Rung, currency: string): { code: string; detail: Words } {
  const amount = (minor: bigint) => ({
    da: formatMinor(minor, currency, 'da'),
    en: formatMinor(minor, currency, 'en'),
  });
  switch (fault.kind) {
    case 'above-lower-rung': {
      const room = amount(fault.room);
      return {
        code: 'above_lower_rung',
        detail: {
          da: `Der er kun ${room.da} tilbage på trinnet under (${RUNG_LABELS[fault.below].da}). Få beløbet godkendt dér først, eller sæt det ned.`,
          en: `Only ${room.en} is left on the rung below (${RUNG_LABELS[fault.below].en}). Have the amount approved there first, or lower it.`,
        },
      };
    }
    case 'below-higher-rung': {
      const excess = amount(fault.excess);
      return {
        code: 'below_higher_rung',
        detail: {
          da: `${excess.da} står stadig på trinnet over (${RUNG_LABELS[fault.above].da}). Tilbagefør dem dér først.`,
          en: `${excess.en} still stands on the rung above (${RUNG_LABELS[fault.above].en}). Take it back there first.`,
        },
      };
    }
    case 'negative': {
      const standing = amount(fault.standing);
      return {
        code: 'more_than_entered',
        detail: {
          da: `Der er kun godkendt ${standing.da} på trinnet ${RUNG_LABELS[rung].da}; mere kan ikke trækkes fra.`,
          en: `Only ${standing.en} is approved on the rung ${RUNG_LABELS[rung].en}; no more can be taken off.`,
        },
      };
    }
  }
}

export const VALIDATOR_REFUSALS: Record<ValidatorFault, Words> = {
  own_claim: {
    da: 'Du har selv indberettet beløbet. En anden skal validere det.',
    en: 'You reported the amount yourself. Someone else must validate it.',
  },
  benefit_owner: {
    da: 'Du er gevinstejer. En anden skal validere beløbet.',
    en: 'You are the benefit owner. Someone else must validate the amount.',
  },
  project_manager: {
    da: 'Du er projektleder på indsatsen. En anden skal validere beløbet.',
    en: 'You are the project manager of the initiative. Someone else must validate the amount.',
  },
  not_controller: {
    da: 'Kun den, der er økonomicontroller for enheden, kan validere. Administrationen kan give rollen.',
    en: 'Only the finance controller of the unit can validate. Administration can assign the role.',
  },
  handed_over: {
    da: 'Du var gevinstejer eller projektleder, da beløbet blev indberettet. En overdragelse ændrer ikke det: en anden controller skal validere det.',
    en: 'You were benefit owner or project manager when the amount was reported. Handing over does not change that: another controller must validate it.',
  },
};
