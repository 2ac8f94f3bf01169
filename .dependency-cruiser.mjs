// Who may import whom (docs/architecture.md). Each rule has a deliberately wrong fixture in launch/check/fixtures/<rule>/
// that must be reported under that rule and no other. Paths are not anchored, so that fixtures meet the same patterns.
import { notBelow, nouns } from './launch/check/nouns.mjs';

const within = (path) => `(?:^|/)${path}`;
const domain = within('libs/domain/src/');
const shared = within('libs/shared/src/');
const web = within('apps/web/src/');
const api = within('apps/api/src/');
const ours = within('(?:apps|libs|launch)/[^/]+/');
const anyNoun = `(?:${nouns.join('|')})`;

/** Specs, contracts, journeys and their harness may import anything; nothing imports them. */
const proof = ['[.](?:spec|contract)[.](?:ts|mjs)$', '/test/', within('(?:e2e|leak|bench|faults)/')];

const never = ({ from, except = [], ...rule }) => ({
  severity: 'error',
  from: { ...(from && { path: from }), pathNot: [...proof, ...except] },
  ...rule,
});

const libraries = [
  never({
    name: 'domain-imports-nothing',
    comment:
      'The domain is pure rules: it imports nothing, from npm or from Node, so it can be read and tested alone.',
    from: domain,
    to: { pathNot: domain },
  }),
  never({
    name: 'shared-imports-one-schema-library',
    comment: 'The wire is schemas and their types: it imports valibot and nothing else, never the domain.',
    from: shared,
    to: { pathNot: [shared, 'node_modules/valibot/'] },
  }),
];

const pages = [
  never({
    name: 'web-imports-shared-only',
    comment:
      'Of what is ours a page knows the wire only: the rules of the server are not guessed in a browser.',
    from: web,
    to: { path: ours, pathNot: [web, shared, 'node_modules/'] },
  }),
  never({
    name: 'web-faces-stand-apart',
    comment: 'Faces of the web do not import each other: a caller never downloads the desk.',
    from: `${web}(caller|listen|desk)/`,
    to: { path: `${web}(?:caller|listen|desk)/`, pathNot: `${web}$1/` },
  }),
  never({
    name: 'web-callers-are-no-staff',
    comment: 'A caller downloads nothing of the way in of those who listen and coordinate.',
    from: `${web}caller/`,
    to: { path: `${web}staff/` },
  }),
  never({
    name: 'web-ground-knows-no-face',
    comment: 'What the faces share imports no face, or one face would reach another through it.',
    from: `${web}(?:wire|words|staff)/`,
    to: { path: `${web}(?:caller|listen|desk)/` },
  }),
  never({
    name: 'web-ui-knows-nothing-of-ours',
    comment: 'Controls know neither wire nor words: ui/ imports nothing of ours but ui/.',
    from: `${web}ui/`,
    to: { path: ours, pathNot: [`${web}ui/`, 'node_modules/'] },
  }),
];

const doorsAndServices = [
  never({
    name: 'faces-hold-no-store',
    comment: 'A face parses, calls one service and answers: never a store, an alarm, Redis or BullMQ.',
    from: `${api}faces/`,
    to: { path: ['[.-]store[.]ts$', '[.]alarms[.]ts$', `${api}platform/(?:redis|alarms)/`] },
  }),
  never({
    name: 'services-decide-only',
    comment:
      'A service imports domain, its own ports, services, facts and the clock: no wire, socket or driver.',
    from: `${api}([^/]+)/[^/]+[.]service[.]ts$`,
    to: {
      pathNot: [
        domain,
        `${api}$1/[^/]+[.](?:store|port)[.]ts$`,
        `${api}${anyNoun}/[^/]+[.](?:service|facts)[.]ts$`,
        `${api}platform/(?:clock|facts)`,
        'node_modules/@nestjs/common/',
        '^crypto$', // to draw an id nobody can guess; it is no door to anything outside
      ],
    },
  }),
];

const drivers = [
  never({
    name: 'only-platform-redis-speaks-ioredis',
    comment:
      'One folder knows the driver of Redis, so that retries, time limits and key names are decided once.',
    except: [`${api}platform/redis/`],
    to: { path: 'node_modules/ioredis/' },
  }),
  never({
    name: 'only-platform-alarms-speaks-bullmq',
    comment: 'One folder knows BullMQ, so that an alarm stays a wake-up call and never carries the truth.',
    except: [`${api}platform/alarms/`],
    to: { path: 'node_modules/bullmq/' },
  }),
];

const order = [
  ...nouns
    .filter((noun) => notBelow(noun).length > 0)
    .map((noun) =>
      never({
        name: `${noun}-looks-down`,
        comment: `Commands go down by import, facts go up by event: ${noun} imports no noun of its height or above.`,
        from: `${api}${noun}/`,
        to: { path: `${api}(?:${notBelow(noun).join('|')})/` },
      }),
    ),
  never({
    name: 'nouns-know-no-face',
    comment: 'Faces are doors to the nouns: a noun never looks back through its door.',
    from: `${api}${anyNoun}/`,
    to: { path: `${api}faces/` },
  }),
  never({
    name: 'platform-knows-no-noun',
    comment: 'The platform is technique: it knows no noun, no face and no rule of the domain.',
    from: `${api}platform/`,
    to: { path: [`${api}(?!platform/)`, domain] },
  }),
];

const everywhere = [
  never({
    name: 'no-cycles',
    comment: 'Two files that import each other, even their types, are one file nobody can read in order.',
    to: { circular: true },
  }),
  never({
    name: 'nothing-imports-proof',
    comment: 'Specs, contracts and harness may import anything; nothing that ships imports them.',
    to: { path: proof },
  }),
  never({
    name: 'every-import-leads-somewhere',
    comment: 'An import the check cannot follow would escape every other rule.',
    to: { couldNotResolve: true },
  }),
];

export default {
  forbidden: [...libraries, ...pages, ...doorsAndServices, ...drivers, ...order, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules/' },
    exclude: { path: '^(?:apps|libs)/[^/]+/dist/' },
    // Imports of types count: a type from above ties a noun to it as much as a call does.
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.d.ts', '.json', '.css'],
    },
  },
};
