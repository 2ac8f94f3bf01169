// Who may import whom, judged on the project and on one deliberately wrong fixture per rule in the same run,
// so that a rule that stopped seeing anything fails before it lets anything pass.
import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

const fixtures = 'launch/check/fixtures/';
const mustBeSeen = ['apps/api/src/', 'apps/web/src/', 'libs/domain/src/', 'libs/shared/src/'];

/** The rules by name, each with its sentence. */
export const importRules = config.forbidden;

/** Every import that breaks a rule, and every path that was looked at. */
export async function cruiseImports(paths) {
  const { output } = await cruise(paths, {
    validate: true,
    ruleSet: { forbidden: importRules },
    ...config.options,
  });
  const broken = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { broken, seen: output.modules.map((one) => one.source) };
}

const fixtureOf = ({ from }) => from.slice(fixtures.length).split('/')[0];

function fixtureFindings(rule, broken) {
  const here = broken.filter((one) => one.from.startsWith(fixtures) && fixtureOf(one) === rule);
  return [
    ...(here.some((one) => one.rule === rule)
      ? []
      : [`${fixtures}${rule}/ is wrong, but ${rule} does not see it`]),
    ...here
      .filter((one) => one.rule !== rule)
      .map((one) => `${one.from}: breaks ${one.rule} instead of ${rule}`),
  ];
}

/** All that is wrong: imports of the project that break a rule, rules blind to their fixture, code nobody looked at. */
export function importFindings({ rules, broken, seen }) {
  const ofProject = broken.filter((one) => !one.from.startsWith(fixtures));
  const sentence = (name) => rules.find((rule) => rule.name === name)?.comment ?? '';
  const strays = new Set(broken.filter((one) => one.from.startsWith(fixtures)).map(fixtureOf));
  return [
    ...mustBeSeen
      .filter((folder) => !seen.some((path) => path.startsWith(folder)))
      .map((folder) => `${folder}: nothing to look at`),
    ...ofProject.map((one) => `${one.from} imports ${one.to}\n  ${one.rule}: ${sentence(one.rule)}`),
    ...rules.flatMap((rule) => fixtureFindings(rule.name, broken)),
    ...[...strays]
      .filter((name) => !rules.some((rule) => rule.name === name))
      .map((name) => `${fixtures}${name}/ belongs to no rule`),
  ];
}
