// `npm run prove`: stories told on a real Redis over two nodes and in memory beside it, as many as are asked for (docs/proof.md).
import { refuseWhereItCannotRun } from '../../../../launch/node.mjs';
import { readTypescript } from '../../../../launch/typescript.mjs';

refuseWhereItCannotRun();
readTypescript({ '@jest/globals': new URL('./outside-jest.ts', import.meta.url).href });
const { prove } = await import('./prove.ts');
await prove(process.argv.slice(2));
