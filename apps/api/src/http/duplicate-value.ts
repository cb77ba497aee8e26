import { ProblemError } from '@hoest/platform';

/** Unique keys whose field a person types, by the names PostgreSQL knows them under. */
const FIELDS: Readonly<Record<string, { pointer: string; detail: { da: string; en: string } }>> = {
  unit_organisation_id_code_key: {
    pointer: '/code',
    detail: { da: 'En anden enhed har allerede den kode.', en: 'Another unit has that code already.' },
  },
  person_email: {
    pointer: '/email',
    detail: { da: 'En anden person har allerede den e-mail.', en: 'Another person has that e-mail already.' },
  },
  account_email: {
    pointer: '/email',
    detail: { da: 'En anden adgang bruger allerede den e-mail.', en: 'Another sign-in uses that e-mail already.' },
  },
  account_person: {
    pointer: '/personId',
    detail: {
      da: 'Personen har allerede adgang; ret den i stedet.',
      en: 'The person can sign in already; change that instead.',
    },
  },
};

/** A value that may stand only once and stands there already; told at its field where the key is known. */
export function duplicateValue(error: unknown): ProblemError {
  const { constraint = '' } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
  const field = FIELDS[constraint];
  return new ProblemError('duplicate', { cause: error, ...(field && { faults: [{ code: 'duplicate', ...field }] }) });
}
