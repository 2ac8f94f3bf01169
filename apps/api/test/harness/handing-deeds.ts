// Callers given on, by whoever listens to them or does not, once, twice, and to whoever is there or is not.
import { firstSettings, type VolunteerId } from '@veille/domain';
import fc from 'fast-check';
import { answer, deed, nth, talkAfter, volunteer } from './deed.js';
import type { Scene } from './scene.js';

const { pairRests, breather } = firstSettings;

const handingOf = (scene: Scene, given: { offer: number; by: VolunteerId | undefined }) => {
  const from = nth(scene, given.offer);
  return { conversation: talkAfter(from), by: given.by ?? from.volunteer, now: scene.now };
};

export const handing = [
  deed('gives the caller back', answer, (scene, given) => {
    const { conversation, by, now } = handingOf(scene, given);
    return scene.stores.conversations.handBack(scene.line, conversation, {
      by,
      breatherUntil: now + breather,
      restsUntil: now + pairRests,
    });
  }),
  deed('hands the caller over', fc.record({ handing: answer, to: volunteer }), (scene, { handing, to }) => {
    const { conversation, by } = handingOf(scene, handing);
    return scene.handsOver(conversation, { by, to });
  }),
];
