// Lines to ask the rules about: who is here, who waits, who is free, who talks, each added to what was before.
import {
  type CallerId,
  callerId,
  conversationFrom,
  type OfferId,
  offerId,
  placeId,
  type VolunteerId,
  volunteerId,
} from '../src/ids.js';
import type { Language } from '../src/language.js';
import { join } from '../src/line.js';
import { emptyLine, type LiveLine } from '../src/live-line.js';
import { acceptOffer, makeOffer } from '../src/offer.js';
import { appear, type Person } from '../src/presence.js';
import { startShift } from '../src/volunteer.js';

export const [ana, bo, chloe] = [callerId('ana'), callerId('bo'), callerId('chloe')];
export const [vera, walt] = [volunteerId('vera'), volunteerId('walt')];
export const theCaller = (id: CallerId): Person => ({ role: 'caller', id });
export const theVolunteer = (id: VolunteerId): Person => ({ role: 'volunteer', id });

/** An instant to begin at; leases hold long unless a test says otherwise. */
export const t0 = 1_000_000;
export const longHence = t0 + 1_000_000_000;

export type Change = (line: LiveLine) => LiveLine;

/** A line to which all of this happened, in this order. */
export const aLine = (...changes: Change[]): LiveLine =>
  changes.reduce((line, change) => change(line), emptyLine);

export const isHere =
  (person: Person, until = longHence): Change =>
  (line) =>
    appear(line, person, until).line;

/** What everybody speaks of whom nothing else is said. */
export const inFrench: ReadonlySet<Language> = new Set(['fr']);

/** Joins, from a tab that is here. */
export const waits =
  (id: CallerId, now = t0, language: Language = 'fr'): Change =>
  (line) =>
    join(isHere(theCaller(id))(line), { id, language, now }).line;

/** Starts a shift from home, from a tab that is here. */
export const isFree =
  (id: VolunteerId, now = t0, languages: readonly Language[] = ['fr']): Change =>
  (line) => {
    const shift = { id, from: placeId('home'), languages: new Set(languages), now };
    return startShift(isHere(theVolunteer(id))(line), shift).line;
  };

export const firstOffer = offerId('offer-1');
export const firstTalk = conversationFrom(firstOffer);

/** Whoever comes first is offered; the offer stands until 25 s later. */
export const isOffered =
  (id: OfferId = firstOffer, now = t0): Change =>
  (line) =>
    makeOffer(line, { id, at: 'standing', now, until: now + 25_000 }).line;

/** Whoever comes first is asked whether they are still there, for 8 s. */
export const isAsked =
  (id: OfferId = firstOffer, now = t0): Change =>
  (line) =>
    makeOffer(line, { id, at: 'asking', now, until: now + 8_000 }).line;

/** The first who waits talks with whoever they are offered to. */
export const talks =
  (by: VolunteerId, id: OfferId = firstOffer, now = t0): Change =>
  (line) =>
    acceptOffer(isOffered(id, now)(line), { offer: id, by, now }).line;
