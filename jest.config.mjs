// Unit specs of every program and lib: they stand beside the code they speak about.
// Tests that need PostgreSQL, Redis or Chromium live in test/ and have configurations of their own.
export const aliases = { '^@hoest/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' };
export const swc = ['@swc/jest', { configFile: '.swcrc' }];

const node = (displayName, roots) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots,
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': swc },
  moduleNameMapper: aliases,
});

export default {
  projects: [
    node('libs', [
      '<rootDir>/libs/quantities',
      '<rootDir>/libs/organisation',
      '<rootDir>/libs/portfolio',
      '<rootDir>/libs/benefits',
      '<rootDir>/libs/finance',
      '<rootDir>/libs/maturity',
      '<rootDir>/libs/exchange',
      '<rootDir>/libs/spreadsheets',
      '<rootDir>/libs/contracts',
      '<rootDir>/libs/persistence',
      '<rootDir>/libs/jobs',
      '<rootDir>/libs/platform',
      '<rootDir>/libs/testing',
    ]),
    node('servers', ['<rootDir>/apps/api', '<rootDir>/apps/worker']),
    '<rootDir>/apps/web/jest.config.mjs',
  ],
};
