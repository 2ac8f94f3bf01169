// The house rules a machine can keep (CONTRIBUTING.md). An exception stands here with its reason, never as a comment in a file.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { houseRules } from './launch/check/house-rules.mjs';

const typed = ['apps/**/*.ts', 'libs/**/*.ts', 'e2e/**/*.ts', 'leak/**/*.ts'];
const pages = ['apps/web/**/*.svelte', 'apps/web/**/*.svelte.ts'];
const tests = ['**/*.spec.{ts,mjs}', '**/*.contract.ts', '**/test/**', 'e2e/**'];

/** Files whose job is to turn what came from outside into what it is: only here may a type be claimed. */
const parsing = ['libs/domain/src/ids.ts'];

const everywhere = {
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  rules: {
    'house/few-parameters': 'error',
    'house/few-dependencies': 'error',
    'house/telling-file-name': 'error',
    'house/kebab-case-file': 'error',
    'house/every-test-runs': 'error',
    'max-lines': ['error', 250],
    'max-lines-per-function': ['error', 40],
    eqeqeq: 'error',
  },
};

const typeAware = {
  files: [...typed, ...pages],
  extends: [ts.configs.recommendedTypeChecked],
  languageOptions: {
    parserOptions: {
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
      extraFileExtensions: ['.svelte'],
    },
  },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    // Leaves files with decorators alone: a class injected by Nest must stay a value, its metadata needs it.
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    // A name that begins with _ says itself that it is left alone: what is left out of a rest, a parameter before the used one.
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
    ],
    // A port promises; a store that answers at once keeps the promise without awaiting anything.
    '@typescript-eslint/require-await': 'off',
  },
};

const svelteFiles = {
  files: pages,
  extends: [svelte.configs.recommended],
  languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
  rules: {
    'svelte/no-at-html-tags': 'error',
    'svelte/require-each-key': 'error',
  },
};

// Svelte compiles `import type` away before the import rules of .dependency-cruiser.mjs look: in a component they are kept here.
const faces = ['caller', 'listen', 'desk'];
const server = ['@veille/domain', '@veille/api', '**/domain/**', '**/api/**'];
const componentsOf = (folder, refused) => ({
  files: [`apps/web/src/${folder}/**/*.svelte`],
  rules: { 'no-restricted-imports': ['error', { patterns: [...server, ...refused] }] },
});
const components = [
  ...faces.map((face) =>
    componentsOf(
      face,
      faces.filter((other) => other !== face).map((other) => `**/${other}/**`),
    ),
  ),
  componentsOf('ui', ['@veille/*', '**/wire/**', '**/words/**', ...faces.map((face) => `**/${face}/**`)]),
];

export default defineConfig(
  { plugins: { house: { rules: houseRules } } },
  { ignores: ['**/node_modules/', '**/dist/', '**/data/', '**/coverage/', '.nx/', 'launch/check/fixtures/'] },
  { files: ['**/*.{js,mjs}', ...typed, ...pages], extends: [js.configs.recommended, everywhere] },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  typeAware,
  svelteFiles,
  ...components,
  { files: ['apps/web/**/*.svelte'], rules: { 'max-lines': ['error', 150] } },
  {
    files: ['apps/web/src/**'],
    ignores: ['apps/web/src/wire/asking.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Ask by wire/asking.ts (FA60).' }],
    },
  },
  { files: ['apps/api/src/**', 'libs/**'], rules: { 'no-console': 'error' } },
  {
    files: ['apps/**', 'libs/**'],
    rules: { 'house/settings-from-config': 'error', 'house/no-trace-of-a-person': 'error' },
  },
  { files: ['apps/api/src/platform/config/**'], rules: { 'house/settings-from-config': 'off' } },
  { files: ['apps/api/src/platform/sockets/**'], rules: { 'house/no-trace-of-a-person': 'off' } },
  { files: ['libs/domain/**', '**/*.service.ts'], rules: { 'house/time-is-passed-in': 'error' } },
  { files: parsing, rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  { files: tests, rules: { 'max-lines-per-function': 'off', 'house/settings-from-config': 'off' } },
);
