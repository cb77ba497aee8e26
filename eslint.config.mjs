import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What each layer may import; a lib's layer is a tag in its project.json. Everything not listed is refused. */
const LAYERS = {
  quantities: [],
  area: ['quantities'],
  contracts: ['quantities', 'area'],
  persistence: ['quantities', 'area'],
  jobs: ['quantities', 'area'],
  platform: ['quantities', 'area', 'contracts'],
  ui: ['quantities', 'contracts'],
  web: ['quantities', 'area', 'contracts', 'ui'],
  api: ['quantities', 'area', 'contracts', 'persistence', 'jobs', 'platform'],
  worker: ['quantities', 'area', 'contracts', 'persistence', 'jobs', 'platform'],
  tools: ['quantities', 'area', 'contracts', 'persistence', 'jobs', 'platform'],
  testing: ['quantities', 'area', 'contracts', 'persistence', 'jobs', 'platform'],
  test: ['quantities', 'area', 'contracts', 'persistence', 'jobs', 'platform', 'testing', 'api', 'worker', 'tools'],
};

const layer = (name) => `layer:${name}`;

/** @param exceptions options besides the layers */
const importRules = (exceptions = {}) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      ...exceptions,
      enforceBuildableLibDependency: false,
      // An area meets another only through facts its caller passes; a lib never reaches into another by path.
      depConstraints: Object.entries(LAYERS).map(([name, allowed]) => ({
        sourceTag: layer(name),
        onlyDependOnLibsWithTags: allowed.map(layer),
        ...(['quantities', 'area'].includes(name) && {
          bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'pg', 'bullmq', 'ioredis', 'fastify', 'rxjs'],
        }),
      })),
    },
  ],
});

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.nx/',
      '.angular/',
      '.cache/',
      '.hoest/',
      'coverage/',
      'test-results/',
      'playwright-report/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    processor: angular.processInlineTemplates,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...importRules(),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-empty-object-type': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'A figure must be repeatable: use a seeded generator.',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    // Type-only imports would erase the parameter types that dependency injection reads at run time.
    files: ['apps/**/*.ts', 'libs/persistence/**/*.entity.ts', 'libs/ui/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/{quantities,organisation,portfolio,benefits,finance,maturity,exchange}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the date: a rule gives the same answer for the same facts.' },
      ],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'tools/commands/**/*.ts'],
    ignores: [
      '**/*.spec.ts',
      'apps/api/src/main.ts',
      'apps/worker/src/main.ts',
      'libs/testing/**',
      'tools/commands/**',
      '**/*.child.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in readConfiguration.' },
        {
          object: 'Date',
          property: 'now',
          message: 'Ordering and ages use the database clock, or a date that was passed.',
        },
      ],
    },
  },
  {
    files: ['libs/**/migrations/*.ts', '**/*.spec.ts', '**/*.int-spec.ts', '**/*.fault-spec.ts', '**/*.e2e-spec.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: ['app', 'ui'], style: 'kebab-case' }],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: ['app', 'ui', 'scope'], style: 'camelCase' },
      ],
    },
  },
  {
    files: ['**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      // Options of a listbox take the keys of their field (aria-activedescendant) and are not focusable themselves.
      '@angular-eslint/template/click-events-have-key-events': 'off',
      '@angular-eslint/template/interactive-supports-focus': 'off',
    },
  },
  {
    // Tests drive the programs as they are, by path: no program has a public surface for others.
    files: ['test/**/*.ts'],
    rules: {
      ...importRules({
        allow: ['../integration/**', '../../../apps/**', '../../../tools/**', '../../apps/**', '../../tools/**'],
        checkDynamicDependenciesExceptions: ['.*'],
      }),
      // Answers of the api are looked at as a caller without our types would.
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
  prettier,
);
