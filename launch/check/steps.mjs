// The steps of the check in their order: first what tools judge, then what only this project can know of itself.
import { join } from 'node:path';
import { CACHE } from '../project.mjs';
import { fingerprint } from '../stale.mjs';
import { envFindings } from './env.mjs';
import { cruiseImports, importFindings, importRules } from './imports.mjs';
import { keptFindings } from './kept.mjs';
import { moveFindings } from './moves.mjs';
import { unplacedFolders } from './nouns.mjs';
import { isSource, numbersOf } from './numbers.mjs';
import { foldersIn, homes, projectFiles, settingsFiles, textOrNothing, textsOf } from './project-files.mjs';
import { finding, tool } from './run.mjs';
import { quotesRules, specIdFindings } from './spec-ids.mjs';
import { standing } from './verdict.mjs';

const api = 'apps/api/src';
const remembered = join(CACHE, 'check');

/** A tool that judges some folders, and is spared while neither they nor what they import have changed. */
function spared({ root, name, reads }, part) {
  const isRead = (path) => reads.some((folder) => path.startsWith(`${folder}/`));
  const inputs = () =>
    [...settingsFiles(root), ...projectFiles(root).filter(isRead)].map((path) => join(root, path));
  return standing(
    { stamp: join(remembered, name), state: () => fingerprint(inputs(), process.version) },
    part,
  );
}

const format = (root) => [
  tool({ root }, 'prettier/bin/prettier.cjs', [
    ...['--check', '.', '--log-level', 'warn'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', join(remembered, 'prettier')],
  ]),
];

/** In two halves of the work, for two cores; the second is all that the first is not, so that nothing new is passed by. */
function lint(root) {
  const server = ['apps/api/', 'libs/'];
  const rest = ['.', ...server.flatMap((folder) => ['--ignore-pattern', folder])];
  const half = (name, { judges, reads }) =>
    spared({ root, name, reads }, tool({ root }, 'eslint/bin/eslint.js', ['--max-warnings', '0', ...judges]));
  return [
    half('lint-server', { judges: server, reads: ['apps/api', 'libs', 'launch'] }),
    half('lint-rest', { judges: rest, reads: homes }),
  ];
}

function types(root) {
  const projects = {
    'apps/api': ['apps/api', 'libs', 'launch'],
    'libs/domain': ['libs/domain'],
    'libs/shared': ['libs/shared'],
    e2e: ['e2e', 'apps', 'libs', 'launch'],
    leak: ['leak', 'e2e', 'apps', 'libs', 'launch'],
  };
  const components = ['--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'];
  return [
    spared(
      { root, name: 'types-web', reads: ['apps/web', 'libs/shared'] },
      tool({ root, folder: 'apps/web' }, 'svelte-check/bin/svelte-check', components),
    ),
    ...Object.entries(projects).map(([project, reads]) =>
      spared(
        { root, name: `types-${project.replace('/', '-')}`, reads },
        tool({ root }, 'typescript/bin/tsc', ['--project', project, '--noEmit']),
      ),
    ),
  ];
}

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
    { name: 'access', parts: [tool({ root }, '../launch/access.mjs', ['--check'])] },
    { name: 'numbers', parts: [() => sayNumbers(root)] },
  ];
}
