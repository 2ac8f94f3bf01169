// The tests of every part, each where its code stands. Everything runs as the modules it is: nothing is
// turned into CommonJS, and the libraries are read from their sources, so that no test needs a build (the
// browser journeys do).
import { join } from 'node:path';
import { swcOptions } from './launch/swc.mjs';

const root = import.meta.dirname;

const typescript = ['@swc/jest', swcOptions];
const svelteModule = join(root, 'launch', 'jest', 'svelte-module.mjs');

const project = (displayName, { conditions = [], ...where }) => ({
  displayName,
  rootDir: root,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'development', ...conditions] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Its .mjs entry reads its .js one before Jest has it; the .js one alone has the same names.
    '^playwright-core$': join(root, 'node_modules', 'playwright-core', 'index.js'),
  },
  // The first pattern that fits a file transforms it; what is JavaScript already is left as it is.
  transform: { '\\.svelte\\.ts$': svelteModule, '\\.ts$': typescript },
  modulePathIgnorePatterns: ['<rootDir>/(\\.cache|data)/', '<rootDir>/(apps|libs)/[^/]+/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/'],
  cacheDirectory: join(root, '.cache', 'jest'),
  ...where,
});

export default {
  /** Patience, never a measure: a slow or busy machine proves nothing about what a test asks. */
  testTimeout: 300_000,
  // Modules that were loaded as modules are never let go of: in one process for all, the last tests wait for its memory.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('domain', { testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'] }),
    project('shared', { testMatch: ['<rootDir>/libs/shared/**/*.spec.ts'] }),
    project('api', { testMatch: ['<rootDir>/apps/api/{src,test}/**/*.spec.ts'] }),
    project('web', { testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'], conditions: ['browser', 'svelte'] }),
    project('launch', { testMatch: ['<rootDir>/launch/**/*.spec.mjs'] }),
    project('e2e', { testMatch: ['<rootDir>/e2e/**/*.spec.ts'] }),
    project('leak', { testMatch: ['<rootDir>/leak/**/*.spec.ts'] }),
    project('bench', { testMatch: ['<rootDir>/bench/**/*.spec.mjs'] }),
  ],
};
