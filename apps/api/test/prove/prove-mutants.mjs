// `npm run prove:mutants`: the moves broken on purpose, to see whether the suites find it (docs/proof.md).
import { refuseWhereItCannotRun } from '../../../../launch/node.mjs';
import { readTypescript } from '../../../../launch/typescript.mjs';

refuseWhereItCannotRun();
readTypescript({ '@jest/globals': new URL('./outside-jest.ts', import.meta.url).href });
const { proveMutants } = await import('./prove-mutants.ts');
await proveMutants(process.argv.slice(2));
