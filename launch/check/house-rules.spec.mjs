// Proves each house rule on one text it must refuse and one it must let pass.
import { expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import ts from 'typescript-eslint';
import { houseRules } from './house-rules.mjs';

function refused(rule, code, filename = 'some-file.ts') {
  const config = {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parser: ts.parser },
    plugins: { house: { rules: houseRules } },
    rules: { [`house/${rule}`]: 'error' },
  };
  const messages = new Linter().verify(code, [config], { filename });
  expect(messages.filter((message) => message.ruleId !== `house/${rule}`)).toEqual([]);
  return messages.length > 0;
}

const injectable = (count) =>
  `@Injectable() class A { constructor(${Array.from({ length: count }, (_, at) => `private a${at}: A${at}`).join()}) {} }`;

const table = [
  ['few-parameters', 'const f = (a, b, c, d) => a;', 'const f = (a, b, c) => a;'],
  ['few-parameters', 'abstract class A { abstract f(a, b, c, d): void }', injectable(5)],
  [
    'few-parameters',
    'class A { constructor() { f((a, b, c, d) => a); } }',
    'class A { constructor(a, b, c, d, e) {} }',
  ],
  ['few-dependencies', injectable(6), injectable(5)],
  ['time-is-passed-in', 'const at = Date.now();', 'const at = clock.now();'],
  ['time-is-passed-in', 'const at = new Date();', 'const at = new Date(0);'],
  ['settings-from-config', 'const { PORT } = process.env;', 'const { PORT } = config;'],
  ['settings-from-config', "import { env } from 'node:process';", "import { pid } from 'node:process';"],
  ['no-trace-of-a-person', 'const a = socket.handshake.address;', 'const a = socket.handshake.auth;'],
  ['no-trace-of-a-person', 'const { headers } = socket.handshake;', 'const { headers } = response;'],
  ['no-trace-of-a-person', 'f(request.socket.remoteAddress);', 'f(request.socket.remoteFamily);'],
  ['every-test-runs', "it.skip('a', f);", "it.each(rows)('a', f);"],
  ['every-test-runs', "describe.only.each(rows)('a', f);", "describe('only', f);"],
  ['every-test-runs', "test('a', { todo: true }, f);", "test('a', { timeout: 1 }, f);"],
  ['every-test-runs', "xit('a', f);", "exit('a', f);"],
];

it.each(table)('[CK9] %s refuses %s', (rule, wrong, right) => {
  expect(refused(rule, wrong)).toBe(true);
  expect(refused(rule, right)).toBe(false);
});

const names = [
  ['telling-file-name', 'src/string-utils.ts', 'src/seal.ts'],
  ['telling-file-name', 'src/common/seal.ts', 'src/shared/seal.ts'],
  ['kebab-case-file', 'src/offerStore.ts', 'src/offer.redis-store.ts'],
  ['kebab-case-file', 'src/Offer.ts', '.dependency-cruiser.ts'],
  ['kebab-case-file', 'src/waiting-room.svelte', 'src/WaitingRoom.svelte'],
];

it.each(names)('[CK9] %s refuses a file called %s', (rule, wrong, right) => {
  expect(refused(rule, '', wrong)).toBe(true);
  expect(refused(rule, '', right)).toBe(false);
});
