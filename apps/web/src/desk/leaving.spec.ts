/**
 * Its door is a socket, as Node reads it.
 * @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]}
 */
// The desk after somebody left it, object by object: whatever they still wait for comes to nobody, and the next one finds nothing.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { camille, deskAnswers, dominique, id, line } from '../../test/desk-answers.js';
import { eventually } from '../../test/eventually.js';
import { lateAnswers } from '../../test/late-answers.js';
import { objectsOf, shownBy, slowDeedsOf } from '../../test/shown.js';
import { access } from '../staff/access.js';
import { factor } from '../staff/factor.js';
import { DeskFace } from './desk.svelte.js';

const credentials = { pseudonym: 'Camille', password: 'correct cheval pile agrafe' };

/** Done before, and answered at once; and what is answered late. */
type Deed = { first?: (desk: DeskFace) => unknown; asks: (desk: DeskFace) => unknown };
const proves = ({ account }: DeskFace) => account.own.factor.prove('codes');
const hasNoPin = ({ account }: DeskFace) => (account.atPost.pin = undefined);
const looks = ({ account }: DeskFace) => account.own.factor.look();

/** Of every object the desk holds, whatever it may ask for. */
const deeds: Record<string, Record<string, Deed>> = {
  LineDesk: {
    open: { asks: ({ papers }) => papers.running.open() },
    decide: {
      first: ({ papers }) => papers.running.open(),
      asks: ({ papers }) => papers.running.decide('open-now'),
    },
    keep: { first: ({ papers }) => papers.running.open(), asks: ({ papers }) => papers.running.keep() },
  },
  AssociationDesk: {
    arrive: { asks: ({ papers }) => papers.association.arrive(camille) },
    keep: {
      first: ({ papers }) => papers.association.open('post'),
      asks: ({ papers }) => papers.association.keep(),
    },
  },
  ClosuresDesk: {
    open: { asks: ({ papers }) => papers.closures.open() },
    decide: { asks: ({ papers }) => papers.closures.decide('confirm', id) },
  },
  DevicesDesk: {
    open: { asks: ({ papers }) => papers.devices.open() },
    registerHere: { asks: ({ papers }) => papers.devices.registerHere('lyon') },
    openCode: { asks: ({ papers }) => papers.devices.openCode('lyon') },
    putAway: { asks: ({ papers }) => papers.devices.putAway() },
    end: { asks: ({ papers }) => papers.devices.end('d') },
  },
  InvitingDesk: { invite: { asks: ({ papers }) => papers.inviting.invite({ role: 'volunteer' }) } },
  PartnersDesk: {
    open: { asks: ({ papers }) => papers.partners.open() },
    propose: { asks: ({ papers }) => papers.partners.propose(line) },
    putAway: { asks: ({ papers }) => papers.partners.putAway() },
    takeBack: { asks: ({ papers }) => papers.partners.takeBack(line.id) },
    accept: { asks: ({ papers }) => papers.partners.accept() },
    end: { asks: ({ papers }) => papers.partners.end(id) },
  },
  ProviderDesk: {
    read: { asks: ({ papers }) => papers.provider.read() },
    keep: { first: ({ papers }) => papers.provider.open(), asks: ({ papers }) => papers.provider.keep() },
    end: { asks: ({ papers }) => papers.provider.end() },
  },
  StaffDesk: {
    open: { asks: ({ papers }) => papers.staff.open() },
    run: { asks: ({ papers }) => papers.staff.run('suspend', dominique) },
    makeReset: { asks: ({ papers }) => papers.staff.makeReset(dominique) },
    openJournal: { asks: ({ papers }) => papers.staff.openJournal() },
    more: { asks: ({ papers }) => papers.staff.more() },
  },
  Account: {
    arrive: { asks: ({ account }) => account.arrive({ invitation: 'A'.repeat(43) }, () => undefined) },
    enter: { asks: ({ account }) => account.enter(credentials) },
    enterByPin: { asks: ({ account }) => account.enterByPin({ pseudonym: 'Claude', pin: '123956' }) },
    leaveForProvider: { asks: ({ account }) => account.leaveForProvider('Camille') },
    enrolled: {
      first: ({ account }) => (account.state = { at: 'enrolling' }),
      asks: ({ account }) => account.enrolled(),
    },
  },
  Proving: {
    write: { asks: ({ account }) => account.own.proving.write('123456') },
    usePasskey: { asks: ({ account }) => account.own.proving.usePasskey() },
    try: { asks: ({ account }) => account.own.proving.try(() => factor.prove({ code: '123456' })) },
  },
  Enrolling: {
    chooseApp: { asks: ({ account }) => account.own.enrolling.chooseApp() },
    writeCode: { asks: ({ account }) => account.own.enrolling.writeCode('123456') },
    writeTrialCode: {
      first: ({ account }) => account.own.enrolling.chooseApp(),
      asks: ({ account }) => account.own.enrolling.writeTrialCode(),
    },
    choosePasskey: { asks: ({ account }) => account.own.enrolling.choosePasskey() },
  },
  ChangingPassword: {
    change: { asks: ({ account }) => account.own.password.change({ password: 'a', next: 'b' }) },
  },
  OwnFactor: {
    look: { asks: looks },
    choose: { first: looks, asks: ({ account }) => account.own.factor.choose('totp') },
    sayPassword: {
      first: ({ account }) => account.own.factor.choose('totp'),
      asks: ({ account }) => account.own.factor.sayPassword('correct cheval pile agrafe'),
    },
    prove: { asks: proves },
    done: { first: proves, asks: ({ account }) => account.own.factor.done() },
    leave: { first: proves, asks: ({ account }) => account.own.factor.leave() },
    'proving.write': {
      first: async (desk) => [await looks(desk), await proves(desk)],
      asks: ({ account }) => account.own.factor.proving.write('123456'),
    },
  },
  Sessions: {
    open: { asks: ({ account }) => account.own.sessions.open() },
    end: { asks: ({ account }) => account.own.sessions.end('s') },
  },
  AtPost: {
    look: { first: hasNoPin, asks: ({ account }) => account.atPost.look() },
    become: { first: hasNoPin, asks: ({ account }) => account.atPost.become('A'.repeat(12)) },
    choosePin: { asks: ({ account }) => account.atPost.choosePin('123956') },
    forgetPin: { asks: ({ account }) => account.atPost.forgetPin() },
  },
};
/** What asks for nothing of its own, and what is leaving itself; a passkey is made after its offer came. */
const others = ['DeskFace.signOut', 'Account.signOut', 'Enrolling.makePasskey', 'OwnFactor.makePasskey'];
const every = Object.entries(deeds).flatMap(([object, ofIt]) =>
  Object.entries(ofIt).map(([name, deed]) => ({ name: `${object}.${name}`, deed })),
);

let service: ReturnType<typeof lateAnswers>;
let desks: DeskFace[];
beforeEach(() => {
  [service, desks] = [lateAnswers(deskAnswers), []];
  const location = { hostname: 'localhost', pathname: '/desk', replace: () => undefined };
  const window = {
    location,
    sessionStorage: { clear: () => undefined },
    matchMedia: () => ({ matches: true }),
  };
  Object.assign(globalThis, { window });
});
afterEach(async () => {
  for (const desk of desks) await desk.signOut();
  service.stop();
  Reflect.deleteProperty(globalThis, 'window');
});

/** Nobody answers behind its door: what is asked over HTTP is all there is. */
async function camilleAtTheirDesk({ first }: Partial<Deed> = {}): Promise<DeskFace> {
  const desk = new DeskFace('http://127.0.0.1:1');
  desks.push(desk);
  await desk.account.arrive({ invitation: undefined }, () => undefined);
  desk.papers.take(line.id);
  await first?.(desk);
  return desk;
}
/** How well the service is reached is nobody's own. */
const shown = (desk: DeskFace) => shownBy(desk, ['link', 'cut']);
const told = (desk: DeskFace) => shownBy(desk, ['link', 'cut', 'busy']);
/** Whatever was let come before is here after two more answers. */
const answered = async () => [await access.me(), await access.me()];

async function claudeAfter(desk: DeskFace): Promise<unknown> {
  await desk.signOut();
  service.letCome();
  await answered();
  const nobody = shown(desk);
  await desk.account.enter({ ...credentials, pseudonym: 'Claude' });
  await answered();
  return [nobody, shown(desk)];
}

it.each(every)('[FA60] $name, answered after its coordinator left, is shown to nobody', async ({ deed }) => {
  const untouched = await claudeAfter(await camilleAtTheirDesk());
  const stays = await camilleAtTheirDesk(deed);
  await service.holdWhat(() => void deed.asks(stays));
  const before = told(stays);
  service.letCome();
  await eventually(() => expect(told(stays)).not.toEqual(before));

  const leaves = await camilleAtTheirDesk(deed);
  await service.holdWhat(() => void deed.asks(leaves));
  expect(await claudeAfter(leaves)).toEqual(untouched);
});

it('[FA60] no object of the desk is left out above', async () => {
  const objects = objectsOf(await camilleAtTheirDesk());
  const all = [...objects].flatMap(([name, object]) => slowDeedsOf(object).map((deed) => `${name}.${deed}`));
  expect(all.filter((deed) => !every.some(({ name }) => name === deed)).sort()).toEqual(others.sort());
});
