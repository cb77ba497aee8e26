export * from './discounting';
export * from './payback';
export * from './price-level';
