// Rules and tests hold each other: every rule of docs/spec.md is quoted by a test title, every quoted id is a rule.
import { isCall, nodesOf, stringIn } from './syntax.mjs';

const id = String.raw`[A-Z]{1,3}\d+`;
const ruleLine = new RegExp(String.raw`^- \*\*(${id})\*\* +\S`);
const quote = new RegExp(String.raw`^(?:\[${id}(?:, ?${id})*\] *)+`);

/** A test is where rules may be quoted: specs, contracts and the walks of e2e. */
export function quotesRules(path) {
  return /\.(?:spec\.(?:ts|mjs)|contract\.ts)$/.test(path) || /^e2e\/.*\.(?:ts|mjs)$/.test(path);
}

/** The ids of the numbered rules, in their order, doubles included. */
export function rulesIn(spec) {
  return spec.split('\n').flatMap((line) => ruleLine.exec(line)?.[1] ?? []);
}

/** The ids quoted at the head of the titles in one test file: `it('[OF3] …')`, `it('[OF3, I10] …')`. */
export function idsQuotedIn(text) {
  return [...nodesOf(text)]
    .filter(isCall)
    .flatMap((call) => quote.exec(stringIn(call.arguments[0]) ?? '')?.[0].match(new RegExp(id, 'g')) ?? []);
}

/** All that keeps the rules and the tests from holding each other; tests are [path, text] pairs. */
export function specIdFindings({ spec, tests }) {
  const rules = rulesIn(spec);
  const quoted = tests.map(([path, text]) => [path, [...new Set(idsQuotedIn(text))]]);
  const everyQuote = new Set(quoted.flatMap(([, ids]) => ids));
  const doubles = rules.filter((rule, at) => rules.indexOf(rule) !== at);
  return [
    ...(rules.length === 0 ? ['docs/spec.md holds no rule: a rule is a line `- **OF3** sentence.`'] : []),
    ...doubles.map((rule) => `docs/spec.md: ${rule} stands twice`),
    ...rules.filter((rule) => !everyQuote.has(rule)).map((rule) => `docs/spec.md: no test quotes ${rule}`),
    ...quoted.flatMap(([path, ids]) =>
      ids.filter((one) => !rules.includes(one)).map((one) => `${path}: ${one} is no rule of docs/spec.md`),
    ),
  ];
}
