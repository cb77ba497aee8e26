import type { FastifyInstance } from 'fastify';
import { parseStrictJson } from './strict-json';

/** Largest JSON body, bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** Largest uploaded file, bytes. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

/** JSON and nothing else; uploads are read by the handlers that take them. */
export function registerBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, text, done) => {
      try {
        done(null, parseStrictJson(text as string));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}
