// Specs of the client and of libs/ui run in jsdom with Angular's own compiler.
import { dirname } from 'node:path';
import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createCjsPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.spec.json' });

export default {
  ...preset,
  displayName: 'client',
  rootDir: dirname(dirname(import.meta.dirname)),
  roots: ['<rootDir>/apps/web', '<rootDir>/libs/ui'],
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/web/src/setup-specs.ts'],
  moduleNameMapper: { '^@hoest/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  // ES modules of packages are loaded as they are (Node's require of ES modules); transforming them would break them.
  transformIgnorePatterns: ['node_modules/'],
};
