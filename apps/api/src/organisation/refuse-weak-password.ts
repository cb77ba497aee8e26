import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, passwordFault, type PasswordFault } from '@hoest/organisation';
import { fieldRefused } from '@hoest/platform';

const WORDS: Record<PasswordFault, { da: string; en: string }> = {
  too_short: {
    da: `Brug mindst ${PASSWORD_MIN_LENGTH} tegn; en lille sætning er let at huske.`,
    en: `Use at least ${PASSWORD_MIN_LENGTH} characters; a short sentence is easy to remember.`,
  },
  too_long: {
    da: `Brug højst ${PASSWORD_MAX_LENGTH} tegn.`,
    en: `Use at most ${PASSWORD_MAX_LENGTH} characters.`,
  },
  too_common: {
    da: 'Den er for let at gætte; vælg en anden.',
    en: 'It is too easy to guess; choose another.',
  },
  names_account: {
    da: 'Den må ikke bestå af navn eller e-mail; vælg en anden.',
    en: 'It must not be made of the name or e-mail; choose another.',
  },
};

/** @throws ProblemError `rule_refused` at the pointer, saying what to do. */
export function refuseWeakPassword(pointer: string, password: string, names: readonly string[]): void {
  const fault = passwordFault(password, names);
  if (fault) throw fieldRefused(pointer, `password_${fault}`, WORDS[fault]);
}
