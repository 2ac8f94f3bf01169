// Proves the step that compares .env.example with the schema of the configuration.
import { expect, it } from '@jest/globals';
import { envFindings, variablesNamed } from './env.mjs';

const config = 'const Environment = v.object({ PORT: v.optional(port, "3000"), REDIS_LIVE_URL: url });';

it('[CK5] an example that names every variable, set or commented out, gives no finding', () => {
  expect(envFindings({ config, example: '# where to listen\n# PORT=3000\nREDIS_LIVE_URL=\n' })).toEqual([]);
});

it('[CK5] prose is no variable', () => {
  expect(variablesNamed('# PORT is where we listen\n#   A=1 as an aside\n')).toEqual([]);
});

it('[CK5] a variable the example forgets is found', () => {
  expect(envFindings({ config, example: 'PORT=3000' })).toEqual([
    '.env.example does not name REDIS_LIVE_URL',
  ]);
});

it('[CK5] a variable nothing reads is found', () => {
  expect(envFindings({ config, example: 'PORT=\nREDIS_LIVE_URL=\nREDIS_URL=' })).toEqual([
    '.env.example: nothing reads REDIS_URL',
  ]);
});

it('[CK5] a schema in a pipe is read as well', () => {
  const piped = 'const Environment = v.pipe(v.strictObject({ PORT: p }), v.check(fits));';
  expect(envFindings({ config: piped, example: 'PORT=1' })).toEqual([]);
});

it('[CK8] a configuration without a schema is found', () => {
  expect(envFindings({ config: '', example: '' })).toHaveLength(1);
});
