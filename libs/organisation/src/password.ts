/** Shortest password Høst accepts for a local account; longer beats more complicated (OWASP ASVS 6.2). */
export const PASSWORD_MIN_LENGTH = 15;
export const PASSWORD_MAX_LENGTH = 256;
