export * from './fields';
export * from './list';
export * from './problem';
export * from './route';
export * from './organisation/records';
export * from './organisation/session';
export * from './organisation/units-and-people';
