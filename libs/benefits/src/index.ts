export * from './labels';
export * from './value-lists';
