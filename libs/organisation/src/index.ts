export * from './access';
export * from './labels';
export * from './password';
export * from './people';
export * from './demo-accounts';
