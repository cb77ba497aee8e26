/** Shortest password Høst accepts for a local account; longer beats more complicated (OWASP ASVS 6.2). */
export const PASSWORD_MIN_LENGTH = 15;
export const PASSWORD_MAX_LENGTH = 256;

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'names_account';

/** Long passwords that people really choose, in lower case and without digits at the end. */
const COMMON = new Set([
  'passwordpassword',
  'adgangskodeadgangskode',
  'adgangskode',
  'qwertyuiopasdfgh',
  'qwertyuiopasdfghjkl',
  'correcthorsebatterystaple',
  'iloveyouiloveyou',
  'kommunekommune',
  'velkommentilhøst',
  'letmeinletmeinletmein',
  'administratoradministrator',
  'denmarkdenmark',
  'danmarkdanmark',
]);

/**
 * What is wrong with a new password; null = nothing. Length is counted in characters as people see them. There is no
 * rule about kinds of characters and no expiry (OWASP ASVS 6.2).
 * @param names texts that must not make up the password: e-mail address, name of the person
 */
export function passwordFault(password: string, names: readonly string[] = []): PasswordFault | null {
  const characters = [...password.normalize('NFC')];
  if (characters.length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (characters.length > PASSWORD_MAX_LENGTH) return 'too_long';
  const lower = password.toLowerCase();
  if (new Set(characters).size < 5 || COMMON.has(lower.replace(/[\d\W_]+$/, '')) || isRun(lower)) return 'too_common';
  if (names.some((name) => isMostly(lower, name.toLowerCase()))) return 'names_account';
  return null;
}

/** Whether every character follows the one before it: `abcdefghijklmno`, `987654321098765`. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

/** Whether little is left of the password without the name. */
function isMostly(password: string, name: string): boolean {
  return name.length >= 4 && password.replaceAll(name, '').length < PASSWORD_MIN_LENGTH / 2 && password.includes(name);
}
