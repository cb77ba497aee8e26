/** Injection tokens of what is not a class. */
export const CONFIGURATION = Symbol('configuration');
export const LOGGER = Symbol('logger');
export const RATE_LIMITER = Symbol('rate limiter');
