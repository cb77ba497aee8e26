export * from './core-fields';
export * from './gate-artefacts';
export * from './gate-checklist';
export * from './gate-facts';
export * from './labels';
export * from './phases';
export * from './value-lists';
