/** Currencies offered while typing; any other three letters may be typed as well. */
export const CURRENCIES = ['DKK', 'EUR', 'GBP', 'USD', 'SEK', 'NOK', 'CAD', 'CHF', 'ISK'] as const;

/** Whether a text has the form of an ISO 4217 code. */
export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);
