// .env.example names exactly the variables the configuration reads: an operator who reads one page has read them all.
import { calledName, declared, entriesOf, isCall, nodesOf } from './syntax.mjs';

/** The name of the schema in apps/api/src/platform/config/config.ts. */
export const schema = 'Environment';

/** The variables of the schema: the keys of the literal object given to v.object or its kin. */
export function variablesIn(config) {
  const value = declared(schema, [...nodesOf(config)]);
  if (value === undefined || !isCall(value)) return [];
  const wrapped = calledName(value) === 'pipe' ? value.arguments[0] : value;
  return wrapped !== undefined && isCall(wrapped) ? [...entriesOf(wrapped.arguments[0]).keys()] : [];
}

/** The variables named in the example; one that is commented out (`# PORT=3000`) is named too. */
export function variablesNamed(example) {
  return example.split('\n').flatMap((line) => /^(?:# ?)?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);
}

/** All that keeps the example and the schema from naming the same variables. */
export function envFindings({ config, example }) {
  const read = variablesIn(config);
  const named = variablesNamed(example);
  return [
    ...(read.length === 0 ? [`platform/config/config.ts: no variable in the schema ${schema}`] : []),
    ...read.filter((name) => !named.includes(name)).map((name) => `.env.example does not name ${name}`),
    ...named.filter((name) => !read.includes(name)).map((name) => `.env.example: nothing reads ${name}`),
  ];
}
