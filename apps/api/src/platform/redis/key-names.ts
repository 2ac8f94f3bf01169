// From a key back to its name in keys.ts, which is that of its row in docs/kept.md. A key that bears none is not ours.
import { alarmsPrefix, keptKeys, liveKeys, doorKeys } from './keys.js';

const HOLE = 'HOLE';
const NUMBER = 1_234_567_890;
const ofAnyLine = liveKeys(HOLE);

type Shapes<Keys> = Readonly<Record<keyof Keys, readonly string[]>>;

const liveShapes: Omit<Shapes<typeof ofAnyLine>, 'tag'> = {
  epoch: [ofAnyLine.epoch],
  returned: [ofAnyLine.returned],
  queue: [ofAnyLine.queue],
  ready: [ofAnyLine.ready(HOLE)],
  free: [ofAnyLine.free],
  asleep: [ofAnyLine.asleep],
  offers: [ofAnyLine.offers],
  callersSeen: [ofAnyLine.callersSeen],
  volunteersSeen: [ofAnyLine.volunteersSeen],
  caller: [ofAnyLine.caller(HOLE)],
  volunteer: [ofAnyLine.volunteer(HOLE)],
  offer: [ofAnyLine.offer(HOLE)],
  conversation: [ofAnyLine.conversation(HOLE)],
  recent: [ofAnyLine.recent(NUMBER)],
  said: [ofAnyLine.said('overflow'), ofAnyLine.said('opening')],
  tab: [ofAnyLine.tab('caller', HOLE), ofAnyLine.tab('volunteer', HOLE)],
};

const doorShapes: Shapes<typeof doorKeys> = {
  guessesOf: [doorKeys.guessesOf(HOLE)],
  guessesAt: [doorKeys.guessesAt(HOLE)],
  networkKey: [doorKeys.networkKey(NUMBER)],
  closures: [doorKeys.closures(HOLE)],
  met: [doorKeys.met(HOLE, HOLE)],
  networkTurns: [doorKeys.networkTurns(HOLE, HOLE)],
};

const keptShapes: Shapes<typeof keptKeys> = {
  associations: [keptKeys.associations],
  lines: [keptKeys.lines],
  posts: [keptKeys.posts(HOLE)],
  agreements: [keptKeys.agreements],
  proposal: [keptKeys.proposal(HOLE)],
  proposed: [keptKeys.proposed(HOLE)],
  account: [keptKeys.account(HOLE)],
  accounts: [keptKeys.accounts],
  pseudonyms: [keptKeys.pseudonyms(HOLE)],
  browser: [keptKeys.browser(HOLE)],
  identities: [keptKeys.identities(HOLE)],
  provider: [keptKeys.provider(HOLE)],
  invitation: [keptKeys.invitation(HOLE)],
  firstInvitation: [keptKeys.firstInvitation],
  factor: [keptKeys.factor(HOLE)],
  recovery: [keptKeys.recovery(HOLE)],
  wrongFactors: [keptKeys.wrongFactors(HOLE)],
  halfSession: [keptKeys.halfSession(HOLE)],
  enrolment: [keptKeys.enrolment(HOLE)],
  factorKey: [keptKeys.factorKey],
  postDevice: [keptKeys.postDevice(HOLE)],
  devicePeople: [keptKeys.devicePeople(HOLE)],
  postDevices: [keptKeys.postDevices(HOLE)],
  postCode: [keptKeys.postCode(HOLE)],
  pins: [keptKeys.pins(HOLE)],
  reset: [keptKeys.reset(HOLE)],
  session: [keptKeys.session(HOLE)],
  sessions: [keptKeys.sessions(HOLE)],
  counters: [keptKeys.counters(HOLE, HOLE)],
  ticketKey: [keptKeys.ticketKey],
  audit: [keptKeys.audit(HOLE)],
  auditChain: [keptKeys.auditChain(HOLE)],
  auditNews: [keptKeys.auditNews(HOLE)],
};

const patternOf = (shape: string): RegExp =>
  new RegExp(
    `^${shape
      .replace(/[{}.*+?^$()|[\]\\]/g, '\\$&')
      .replaceAll(HOLE, '[^:{}]+')
      .replace(String(NUMBER), '\\d+')}$`,
  );

const namesIn = (shapes: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(shapes).flatMap(([name, all]) => all.map((shape) => ({ name, pattern: patternOf(shape) })));

const names = { live: namesIn({ ...liveShapes, ...doorShapes }), kept: namesIn(keptShapes) };

/** The name of this key's row in `docs/kept.md`; `alarms` for all that is BullMQ's; `undefined` for a key nobody declared. */
export function nameOfKey(store: 'live' | 'kept', key: string): string | undefined {
  if (store === 'live' && key.startsWith(`${alarmsPrefix}:`)) return 'alarms';
  return names[store].find(({ pattern }) => pattern.test(key))?.name;
}
