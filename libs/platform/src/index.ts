export * from './configuration/configuration';
export * from './fail-points/fail-point';
export * from './logging/logger';
export * from './passwords/password-hash';
export * from './problems/catalogue';
export * from './problems/problem';
export * from './problems/problem-body';
export * from './problems/schema-faults';
