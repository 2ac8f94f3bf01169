// One story told twice at once, in memory and on a real Redis: every answer and everything that is live must be the same,
// and after every deed the line must hold together.
import { expect } from '@jest/globals';
import {
  broken,
  couldMeet,
  emptyLine,
  inOrder,
  type LineId,
  type LiveLine,
  unjust,
  unjustlyGiven,
} from '@veille/domain';
import type { Redis } from '../../src/platform/redis/client.js';
import { type Deed, everybodyIn, talkAfter } from './deed.js';
import { liveInMemory, type LiveStores } from './live-stores.js';
import { LiveMemory } from './memory/live-memory.js';
import { readLive, setsOf } from './read-live.js';
import { Scene, theCaller, theVolunteer } from './scene.js';

const MANY = 1_000;
/** The answers that say of a caller that they are not there any more. */
const farewells = ['"left"', '"ended"', '{"left":'];
/** The answers after which nothing may be otherwise. */
const refusals = [
  ...['already-here', 'already-on-shift', 'already-over', 'busy', 'here', 'not-in-line', 'not-yours'],
  ...['nobody-fits', 'nobody-free', 'nobody-waiting', 'nothing-to-do', 'still-here', 'still-stands'],
  ...['too-late', 'unknown', 'nobody-there', 'not-free', 'still-asked', 'not-asleep'],
];

export class Story {
  readonly #memory = new LiveMemory();
  readonly #told: Scene;
  readonly #real: Scene;
  /** Offers and conversations share their names: each may open once. */
  readonly #opened = new Set<string>();

  constructor(
    private readonly redis: Redis,
    stores: LiveStores,
    private readonly line: LineId,
  ) {
    this.#told = new Scene(liveInMemory(this.#memory), line);
    this.#real = new Scene(stores, line);
  }

  /** @throws as soon as the two differ, or anything is not as the rules say */
  async goesOn(deed: Deed): Promise<void> {
    const before = this.#now();
    const said = await deed.doneTo(this.#told);
    expect(await deed.doneTo(this.#real)).toEqual(said);
    await this.#areTheSame();
    const after = this.#now();
    expect(broken(after)).toEqual([]);
    this.#matchedJustly(before, after, said);
    this.#lostNobody(before, after, said);
    if (typeof said === 'string' && refusals.includes(said))
      expect(withoutTabs(after)).toEqual(withoutTabs(before)); // I8
  }

  /** Whoever is still here goes; then there is nothing (I7). */
  async ends(): Promise<void> {
    for (const scene of [this.#told, this.#real]) await everybodyLeaves(scene);
    await this.#areTheSame();
    expect(this.#now()).toEqual(emptyLine);
    expect(await this.redis.dbsize()).toBe(0);
  }

  #now(): LiveLine {
    return this.#memory.of(this.line);
  }

  async #areTheSame(): Promise<void> {
    const line = this.#now();
    expect(await readLive(this.redis, this.line)).toEqual({ line, sets: setsOf(line) });
    expect(await readings(this.#real)).toEqual(await readings(this.#told));
  }

  #matchedJustly(before: LiveLine, after: LiveLine, said: unknown): void {
    const { now } = this.#told;
    for (const [id, offer] of after.offers)
      if (!before.offers.has(id)) {
        const isGiven = before.callers.get(offer.caller)?.at === 'talking';
        expect((isGiven ? unjustlyGiven : unjust)(before, offer, now)).toEqual([]); // I3, I5
      }
    if (typeof said === 'string' && said.startsWith('nobody-')) expect(couldMeet(after, now)).toBe(false); // I9
    for (const id of after.conversations.keys()) {
      if (before.conversations.has(id)) continue;
      expect(this.#opened.has(id)).toBe(false); // I10
      this.#opened.add(id);
    }
  }

  #lostNobody(before: LiveLine, after: LiveLine, said: unknown): void {
    const gone = [...before.callers.keys()].filter((id) => !after.callers.has(id));
    const farewell = farewells.some((word) => JSON.stringify(said)?.startsWith(word));
    expect(gone).toHaveLength(farewell ? 1 : 0); // I4
    const last = inOrder(before).at(-1)?.place ?? 0;
    for (const { id, place } of after.callers.values()) {
      const known = before.callers.get(id);
      if (known)
        expect(place).toBe(known.place); // I6
      else expect(place).toBeGreaterThan(last); // LN1
    }
  }
}

/** A deed may take time, in which tabs answer. */
const withoutTabs = ({ callers, volunteers, offers, conversations }: LiveLine) => [
  callers,
  volunteers,
  offers,
  conversations,
];

async function readings(scene: Scene): Promise<unknown[]> {
  const { stores, line, now } = scene;
  const { lines, volunteers: shifts, offers, presence } = stores;
  const ranks = everybodyIn(scene).callers.map((id) => lines.rankOf(line, id));
  return Promise.all([
    ...[lines.inOrder(line), lines.length(line), lines.asleepSince(line, now, MANY)],
    ...[shifts.board(line), shifts.free(line), offers.overdue(line, now, MANY)],
    ...[presence.callersUnseenSince(line, now, MANY), presence.volunteersUnseenSince(line, now, MANY)],
    ...ranks,
  ]);
}

async function everybodyLeaves(scene: Scene): Promise<void> {
  const { stores, line, now, made } = scene;
  const { callers, volunteers } = everybodyIn(scene);
  for (const offer of made) {
    await stores.offers.withdraw(line, offer.id);
    await stores.conversations.end(line, talkAfter(offer), now);
  }
  for (const caller of callers) await stores.lines.leave(line, caller);
  for (const volunteer of volunteers) await stores.volunteers.stopShift(line, volunteer);
  for (const person of [...callers.map(theCaller), ...volunteers.map(theVolunteer)])
    await stores.presence.forget(line, person);
}
