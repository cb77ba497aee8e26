export * from './bullmq/bull-queue';
export * from './bullmq/bull-workers';
export * from './bullmq/migrate-queue';
export { connectQueue, QueueRefused, type QueueConnection, type QueueSettings } from './bullmq/queue-connection';
export * from './handler-table';
export * from './job-definitions';
export * from './memory-queue';
export * from './queue';
