// The live store is lost, and everybody who was in it comes back: the worst that can happen to a story, and nobody may notice.
import { firstSettings, type Person, remember, type Remembered, ticketHolds } from '@veille/domain';
import fc from 'fast-check';
import { caller, deed, everybodyIn, volunteers } from './deed.js';
import { type Scene, theCaller, theVolunteer } from './scene.js';

const when = ({ now }: Scene) => ({
  now,
  breatherUntil: now + firstSettings.breather,
  keepFor: ticketHolds(firstSettings),
});

const memoryOf = async ({ stores, line, now }: Scene, person: Person): Promise<Remembered | undefined> =>
  remember(await stores.rebuild.see(line, person), person, now);

/** In which order they come, and which volunteers do not. */
const losing = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
  missing: fc.subarray([...volunteers], { maxLength: 1 }),
});

export const losingAll = [
  deed('a node asks which life of the store this is', fc.constant(0), (scene) => scene.asksForEpoch()),
  deed('comes with a ticket of now', caller, async (scene, name) => {
    const person = theCaller(scene.stayOf(name));
    const memory = await memoryOf(scene, person);
    return memory && scene.stores.rebuild.putBack(scene.line, memory, when(scene));
  }),
  deed('the live store is lost, and they come back', losing, async (scene, { order, missing }) => {
    const { stores, line } = scene;
    const everybody = everybodyIn(scene);
    const all = [...everybody.callers.map(theCaller), ...everybody.volunteers.map(theVolunteer)];
    const memories = new Map<string, Remembered | undefined>();
    for (const person of all) memories.set(person.id, await memoryOf(scene, person));
    await stores.disk.loses();
    const said: unknown[] = [await scene.asksForEpoch()];
    for (const person of order.map((at) => all[at])) {
      const memory = person && memories.get(person.id);
      if (!memory || (person.role === 'volunteer' && missing.includes(person.id))) continue;
      said.push(await stores.rebuild.putBack(line, memory, when(scene)));
      if (scene.answers(person)) await scene.opensTab(person);
    }
    return { said };
  }),
];
