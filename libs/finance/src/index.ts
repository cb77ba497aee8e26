export * from './discounting';
export * from './in-price-level';
export * from './payback';
export * from './price-level';
