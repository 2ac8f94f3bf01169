// The steps of the check in their order: first what tools judge, then what only this project can know of itself.
import { envFindings } from './env.mjs';
import { cruiseImports, importFindings, importRules } from './imports.mjs';
import { keptFindings } from './kept.mjs';
import { moveFindings } from './moves.mjs';
import { unplacedFolders } from './nouns.mjs';
import { isSource, numbersOf } from './numbers.mjs';
import { foldersIn, projectFiles, textOrNothing, textsOf } from './project-files.mjs';
import { finding, tool } from './run.mjs';
import { quotesRules, specIdFindings } from './spec-ids.mjs';

const api = 'apps/api/src';
const cache = 'node_modules/.cache/check';

const format = (root) => [
  tool({ root }, 'prettier/bin/prettier.cjs', [
    ...['--check', '.', '--log-level', 'warn'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', `${cache}/prettier`],
  ]),
];

// Not cached: rules that read types look past the file they judge, and a cache keeps its old verdict on it.
const lint = (root) =>
  [
    ['apps/api', 'libs'],
    ['apps/web', 'e2e', 'launch', '*.mjs'],
  ].map((where) => tool({ root }, 'eslint/bin/eslint.js', ['--max-warnings', '0', ...where]));

const types = (root) => [
  tool({ root, folder: 'apps/web' }, 'svelte-check/bin/svelte-check', [
    ...['--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ]),
  ...['apps/api', 'libs/domain', 'libs/shared', 'e2e'].map((project) =>
    tool({ root }, 'typescript/bin/tsc', [
      ...['--project', project, '--noEmit'],
      ...['--incremental', '--tsBuildInfoFile', `${cache}/${project.replace('/', '-')}.tsbuildinfo`],
    ]),
  ),
];

async function judgeImports(root) {
  const homes = ['apps', 'libs', 'launch'];
  return [
    ...importFindings({ rules: importRules, ...(await cruiseImports(homes)) }),
    ...unplacedFolders(foldersIn(root, api)),
  ];
}

const judgeSpecIds = (root) =>
  specIdFindings({
    spec: textOrNothing(root, 'docs/spec.md'),
    tests: textsOf(root, projectFiles(root).filter(quotesRules)),
  });

const judgeKept = (root) =>
  keptFindings({
    keys: textOrNothing(root, `${api}/platform/redis/keys.ts`),
    kept: textOrNothing(root, 'docs/kept.md'),
  });

function judgeMoves(root) {
  const paths = projectFiles(root).filter((path) => path.startsWith(`${api}/`));
  const scripts = textsOf(
    root,
    paths.filter((path) => path.endsWith('.lua')),
  );
  return moveFindings({
    scripts: scripts.map(([path, text]) => [path.slice(api.length + 1), text]),
    sources: textsOf(
      root,
      paths.filter((path) => path.endsWith('.ts') && isSource(path)),
    ),
  });
}

const judgeEnv = (root) =>
  envFindings({
    config: textOrNothing(root, `${api}/platform/config/config.ts`),
    example: textOrNothing(root, '.env.example'),
  });

const sayNumbers = async (root) => ({
  ok: true,
  output: '',
  note: numbersOf(textsOf(root, projectFiles(root).filter(isSource))),
});

/** Every step with its parts, which may run beside each other. */
export function stepsOf(root) {
  const own = (name, judge) => ({ name, parts: [finding(async () => judge(root))] });
  return [
    { name: 'format', parts: format(root) },
    { name: 'lint', parts: lint(root) },
    { name: 'types', parts: types(root) },
    own('imports', judgeImports),
    own('spec ids', judgeSpecIds),
    own('kept', judgeKept),
    own('moves', judgeMoves),
    own('env', judgeEnv),
    { name: 'numbers', parts: [() => sayNumbers(root)] },
  ];
}
