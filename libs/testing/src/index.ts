export * from './database';
export * from './planted-organisation';
export * from './redis';
export * from './worker-process';
