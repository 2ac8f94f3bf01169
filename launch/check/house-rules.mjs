// The house rules eslint has no word for: each is a shape of code that is refused, and a sentence that says what to do instead.
import { basename, relative } from 'node:path';

const refuse = (shape, instead) => ({
  meta: { type: 'problem', schema: [], messages: { instead } },
  create: (context) => ({ [shape]: (node) => context.report({ node, messageId: 'instead' }) }),
});

const refuseName = (refused, instead) => ({
  meta: { type: 'problem', schema: [], messages: { instead } },
  create: (context) => ({
    Program: (node) => {
      if (refused(relative(context.cwd, context.filename))) context.report({ node, messageId: 'instead' });
    },
  }),
});

const anyOf = (...shapes) => `:matches(${shapes.join(', ')})`;
const constructed = 'MethodDefinition[kind="constructor"] > *.value';
const aFunction = anyOf(':function', 'TSEmptyBodyFunctionExpression', 'TSDeclareFunction');
const test = '/^(?:describe|it|test)$/';
const mode = '/^(?:skip|only|todo|failing|skipIf|runIf)$/';
const trace = '/^(?:address|headers)$/';

const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const component = /^[A-Z][A-Za-z0-9]*\.svelte$/;

export const houseRules = {
  'few-parameters': refuse(
    `${aFunction}[params.length>3]:not(${constructed})`,
    'More than 3 parameters: pass one object whose fields have names.',
  ),
  'few-dependencies': refuse(
    `${constructed}[params.length>5]`,
    'More than 5 dependencies: this class has more than one reason to change.',
  ),
  'telling-file-name': refuseName(
    (path) => /helper|util|common|manager|misc/i.test(path),
    'This name says nothing: name the file after what it holds.',
  ),
  'kebab-case-file': refuseName(
    (path) => !(path.endsWith('.svelte') ? component : kebab).test(basename(path)),
    'Files are kebab-case with a kind suffix; components are PascalCase.',
  ),
  'time-is-passed-in': refuse(
    anyOf(
      'CallExpression[callee.object.name=/^(?:Date|performance)$/][callee.property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
    ),
    'Rules and services do not read the wall clock: `now` is passed in, from the Clock.',
  ),
  'settings-from-config': refuse(
    anyOf(
      'MemberExpression[object.name="process"][property.name="env"]',
      'ImportDeclaration[source.value=/^(?:node:)?process$/] > ImportSpecifier[imported.name="env"]',
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
    ),
    'Only apps/api/src/platform/config reads the environment: inject the configuration.',
  ),
  'no-trace-of-a-person': refuse(
    anyOf(
      `MemberExpression[object.property.name="handshake"][property.name=${trace}]`,
      `MemberExpression[object.name="handshake"][property.name=${trace}]`,
      `VariableDeclarator[init.property.name="handshake"] > ObjectPattern > Property[key.name=${trace}]`,
      `Property[key.name="handshake"] > ObjectPattern > Property[key.name=${trace}]`,
      'MemberExpression[property.name="remoteAddress"]',
    ),
    'Addresses and headers say who came: only apps/api/src/platform/sockets may look at them.',
  ),
  'every-test-runs': refuse(
    anyOf(
      `MemberExpression[object.name=${test}][property.name=${mode}]`,
      `MemberExpression[object.object.name=${test}][property.name=${mode}]`,
      `CallExpression[callee.name=${test}] > ObjectExpression > Property[key.name=${mode}]`,
      'CallExpression[callee.name=/^(?:xit|xtest|xdescribe|fit|fdescribe)$/]',
    ),
    'No test is skipped, focused or put off: write it or take it out.',
  ),
};
