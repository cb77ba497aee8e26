import { aliases, swc } from '../../jest.config.mjs';

// Real PostgreSQL and Redis: each file makes its own database and cleans up after itself.
export default {
  displayName: 'faults',
  rootDir: '../..',
  roots: ['<rootDir>/test/faults'],
  testMatch: ['**/*.fault-spec.ts'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  transform: { '\\.ts$': swc },
  moduleNameMapper: aliases,
};
