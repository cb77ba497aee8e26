export * from './api-process';
export * from './database';
export * from './own-postgres';
export * from './planted-organisation';
export * from './redis';
export * from './worker-process';
