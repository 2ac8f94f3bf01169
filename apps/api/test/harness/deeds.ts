// Everything that can happen on a line, in any order, early, late and twice: what stories are made of.
import { firstSettings, isHere, minutes, type Offer, type Person, placeId } from '@veille/domain';
import fc from 'fast-check';
import {
  answer,
  answerOf,
  awayFor,
  caller,
  type Deed,
  deed,
  isAway,
  long,
  nth,
  offer,
  personOf,
  talkAfter,
  volunteer,
  who,
  language,
  languages,
  spoken,
} from './deed.js';
import { handing } from './handing-deeds.js';
import { losingAll } from './losing-deeds.js';
import { type Scene, theCaller, theVolunteer } from './scene.js';

const { stillThere, offerStands, missesBeforeAway, pairRests, breather } = firstSettings;
const { callerGrace, conversationGrace, volunteerGrace } = firstSettings;

const tabOf = async ({ stores, line }: Scene, person: Person, age: number) => {
  const known = await stores.presence.of(line, person);
  return { person, tab: (known?.tab ?? 0) - age };
};
/** Whoever is on a line has a tab that is known, and is here: a face holds the lease before it asks for anything. */
const isKnown = async (scene: Scene, person: Person) => {
  const known = await scene.stores.presence.of(scene.line, person);
  if (!isHere(known, scene.now)) await scene.opensTab(person);
};

/** Sometimes there is only so much room. */
const newcomer = fc.record({ caller, language, most: fc.constantFrom(2, 99, 99, 99) });
/** Mostly from a page that is here. */
const shift = fc.record({ volunteer, spoken, comes: fc.constantFrom(true, true, true, true, false) });

const arriving = [
  deed('opens a tab', who, (scene, one) => scene.opensTab(personOf(scene, one))),
  deed('joins', newcomer, async (scene, { caller: name, language: asked, most }) => {
    if (!(await scene.where(theCaller(scene.stayOf(name))))) await scene.beginsNewStay(name);
    const id = scene.stayOf(name);
    await isKnown(scene, theCaller(id));
    return scene.stores.lines.join(scene.line, { id, language: asked, now: scene.now, most });
  }),
  deed('starts a shift', shift, async (scene, { volunteer: id, spoken: all, comes }) => {
    if (comes) await isKnown(scene, theVolunteer(id));
    const starting = { id, from: placeId('home'), languages: new Set(all), now: scene.now };
    return scene.stores.volunteers.startShift(scene.line, starting);
  }),
  deed('is free', volunteer, ({ stores, line, now }, id) => stores.volunteers.becomeFree(line, id, now)),
];

const time = [
  deed('time passes', long, (scene, length) => scene.passes(length)),
  deed('nobody answers while time passes', long, async ({ clock }, length) => clock.advance(length)),
  deed('falls silent', who, async (scene, one) => scene.fallsSilent(personOf(scene, one))),
  deed('an older tab answers', who, async (scene, one) => {
    const older = await tabOf(scene, personOf(scene, one), 1);
    return scene.stores.presence.renew(scene.line, older, scene.now + minutes(1));
  }),
  deed('a tab closes', fc.record({ who, age: fc.nat(1) }), async (scene, { who: one, age }) => {
    const tab = await tabOf(scene, personOf(scene, one), age);
    return scene.stores.presence.drop(scene.line, tab, scene.now);
  }),
];

const stands = ({ stores, line, now }: Scene, { id }: Offer) =>
  stores.offers.stand(line, id, { now, until: now + offerStands });

const answering = [
  deed('is still there', offer, (scene, recent) => stands(scene, nth(scene, recent))),
  deed('writes', offer, (scene, recent) =>
    scene.stores.conversations.heard(scene.line, talkAfter(nth(scene, recent)).id, scene.now),
  ),
  deed('wakes', caller, (scene, name) => scene.stores.lines.wake(scene.line, scene.stayOf(name))),
  deed('accepts', answer, (scene, given) => scene.stores.offers.accept(scene.line, answerOf(scene, given))),
  deed('declines', answer, (scene, given) =>
    scene.stores.offers.decline(scene.line, answerOf(scene, given), scene.now + pairRests),
  ),
];

const offering = [
  deed('an offer is tried', fc.constant(0), (scene) => scene.triesToOffer()),
  deed('a caller is asked', fc.constant(0), (scene) => scene.triesToOffer('asking')),
  deed('a caller is asked, and is still there', fc.constant(0), async (scene) => {
    const offer = await scene.triesToOffer('asking');
    return typeof offer === 'string' ? offer : stands(scene, offer);
  }),
  deed('an offer is tried, and taken', fc.constant(0), async (scene) => {
    const offer = await scene.triesToOffer();
    return typeof offer === 'string' ? offer : scene.takes(offer);
  }),
];

const ending = [
  deed(
    'an alarm: the caller did not answer',
    fc.record({ offer, after: awayFor(stillThere) }),
    async (scene, given) => {
      await scene.passes(given.after);
      return scene.stores.offers.skip(scene.line, nth(scene, given.offer).id, scene.now);
    },
  ),
  deed(
    'an alarm: the offer expires',
    fc.record({ offer, after: awayFor(offerStands) }),
    async (scene, given) => {
      await scene.passes(given.after);
      const { id } = nth(scene, given.offer);
      return scene.stores.offers.expire(scene.line, id, { now: scene.now, missesBeforeAway });
    },
  ),
  deed('the offer is withdrawn', offer, (scene, recent) =>
    scene.stores.offers.withdraw(scene.line, nth(scene, recent).id),
  ),
  deed('the conversation is ended', offer, (scene, recent) =>
    scene.stores.conversations.end(scene.line, talkAfter(nth(scene, recent)), scene.now + breather),
  ),
  deed(
    'an alarm: the caller is lost',
    fc.record({ offer, away: awayFor(conversationGrace) }),
    async (scene, given) => {
      const talk = talkAfter(nth(scene, given.offer));
      await isAway(scene, theCaller(talk.caller), given.away);
      const when = { grace: conversationGrace, now: scene.now, breatherUntil: scene.now + breather };
      return scene.stores.conversations.loseCaller(scene.line, talk, when);
    },
  ),
  deed(
    'an alarm: the volunteer is lost',
    fc.record({ offer, away: awayFor(volunteerGrace) }),
    async (scene, given) => {
      const talk = talkAfter(nth(scene, given.offer));
      await isAway(scene, theVolunteer(talk.volunteer), given.away);
      return scene.stores.conversations.loseVolunteer(scene.line, talk, {
        grace: volunteerGrace,
        now: scene.now,
      });
    },
  ),
];

const leaving = [
  deed('leaves', caller, (scene, name) => scene.stores.lines.leave(scene.line, scene.stayOf(name))),
  deed(
    'an alarm: the caller lapses',
    fc.record({ caller, away: awayFor(callerGrace) }),
    async (scene, given) => {
      const id = scene.stayOf(given.caller);
      await isAway(scene, theCaller(id), given.away);
      const when = { grace: callerGrace, languages, now: scene.now };
      return scene.stores.lines.lapse(scene.line, id, when);
    },
  ),
  deed('an alarm: the caller has waited in vain', caller, async (scene, name) =>
    scene.stores.lines.outwait(scene.line, scene.stayOf(name), { limit: minutes(10), now: scene.now }),
  ),
  deed('pauses', volunteer, ({ stores, line }, id) => stores.volunteers.goAway(line, id)),
  deed('stops the shift', volunteer, ({ stores, line }, id) => stores.volunteers.stopShift(line, id)),
  deed(
    'an alarm: the shift lapses',
    fc.record({ volunteer, away: awayFor(volunteerGrace) }),
    async (scene, given) => {
      await isAway(scene, theVolunteer(given.volunteer), given.away);
      const when = { grace: volunteerGrace, now: scene.now };
      return scene.stores.volunteers.lapse(scene.line, given.volunteer, when);
    },
  ),
  deed('who is gone is forgotten', who, (scene, one) =>
    scene.stores.presence.forgetAway(scene.line, personOf(scene, one), scene.now),
  ),
];

const weighted = (weight: number, all: fc.Arbitrary<Deed>[]) =>
  all.map((arbitrary) => ({ weight, arbitrary }));

/** Arriving and matching most often, so that a story gets somewhere. */
export const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  ...weighted(6, arriving),
  ...weighted(2, time),
  ...weighted(5, offering),
  ...weighted(8, answering),
  ...weighted(2, handing),
  ...weighted(2, ending),
  ...weighted(1, leaving),
  ...weighted(1, losingAll),
);
