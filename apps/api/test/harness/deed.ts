// What deeds are made of: who has a part in a story, what they may be asked about, and how long things take.
import {
  callerId,
  type Conversation,
  conversationFrom,
  firstSettings,
  minutes,
  type Offer,
  offerId,
  type Person,
  seconds,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import fc from 'fast-check';
import { type Scene, theCaller, theVolunteer } from './scene.js';

/** Done to a scene, and told by name when a story goes wrong. */
export class Deed {
  constructor(
    /** What happens, in a few words. */
    readonly what: string,
    private readonly to: string,
    readonly doneTo: (scene: Scene) => Promise<unknown>,
  ) {}

  toString(): string {
    return `${this.what} ${this.to}`;
  }
}

export const deed = <Given>(
  what: string,
  given: fc.Arbitrary<Given>,
  does: (scene: Scene, given: Given) => Promise<unknown>,
): fc.Arbitrary<Deed> => given.map((one) => new Deed(what, JSON.stringify(one), (scene) => does(scene, one)));

const callers = ['ana', 'bo', 'chloe', 'dan'];
export const volunteers = ['vera', 'walt', 'xena'].map(volunteerId);

/** Everybody who has a part in a scene, under the names they have now. */
export const everybodyIn = (scene: Scene) => ({
  callers: callers.map((one) => scene.stayOf(one)),
  volunteers,
});

const { stillThere, offerStands, pairRests } = firstSettings;
const { callerGrace, conversationGrace, volunteerGrace } = firstSettings;

/** Most people share one, so that a story gets somewhere. */
export const languages = ['fr', 'en', 'ar'];
export const language = fc.oneof({ weight: 3, arbitrary: fc.constant('fr') }, fc.constantFrom(...languages));
export const spoken = fc.oneof(
  { weight: 3, arbitrary: fc.constant(languages) },
  { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1 }) },
);

export const caller = fc.constantFrom(...callers);
export const volunteer = fc.constantFrom(...volunteers);
export type Who = { caller: string } | { volunteer: VolunteerId };
export const who: fc.Arbitrary<Who> = fc.oneof(fc.record({ caller }), fc.record({ volunteer }));
export const personOf = (scene: Scene, one: Who): Person =>
  'caller' in one ? theCaller(scene.stayOf(one.caller)) : theVolunteer(one.volunteer);

/** How recent: the newest most often; what happens to it is what matters, and what happens to old ones must not. */
export const offer = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(5) });
const never: Offer = {
  id: offerId('never'),
  caller: callerId('nobody'),
  volunteer: volunteerId('nobody'),
  at: 'standing',
  until: 0,
};
export const nth = ({ made }: Scene, recent: number): Offer => made.at(-1 - recent) ?? never;
/** Without `by`, the right one answers. */
export const answer = fc.record({ offer, by: fc.option(volunteer, { freq: 4, nil: undefined }) });
export const answerOf = (scene: Scene, given: { offer: number; by: VolunteerId | undefined }) => {
  const { id, volunteer: right } = nth(scene, given.offer);
  return { offer: id, by: given.by ?? right, now: scene.now };
};
export const talkAfter = ({ id, caller: one, volunteer: other }: Offer): Conversation => ({
  id: conversationFrom(id),
  caller: one,
  volunteer: other,
  openedAt: 0,
});

/** The lengths at which something changes, and an instant before. */
const lengths = [firstSettings.callerLease, firstSettings.volunteerLease, stillThere, offerStands, pairRests];
const graces = [callerGrace, conversationGrace, volunteerGrace];
/** Somebody is away for so long before an alarm comes; or the alarm comes at once, as one that is stale does. */
export const awayFor = (grace: number) =>
  fc.constantFrom(0, grace - 1, grace, grace + firstSettings.callerLease);
export async function isAway(scene: Scene, person: Person, length: number): Promise<void> {
  if (length > 0) scene.fallsSilent(person);
  await scene.passes(length);
}
export const long = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(0, 1, seconds(1), seconds(9)) },
  { weight: 2, arbitrary: fc.constantFrom(...[...lengths, ...graces].flatMap((one) => [one - 1, one])) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: minutes(15) }) },
);
