import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Structured log of a program: one JSON line each, UTC, with secrets and personal values masked. */
export function createLogger(program: string, level: string): Logger {
  return pino({
    name: program,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    base: { program },
    redact: {
      paths: [
        'password',
        'token',
        'cookie',
        'authorization',
        '*.password',
        '*.token',
        '*.cookie',
        '*.authorization',
        'req.headers.cookie',
        'req.headers.authorization',
        'res.headers["set-cookie"]',
      ],
      censor: '[masked]',
    },
  });
}
