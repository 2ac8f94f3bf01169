// One story told twice at once, in memory and on a real Redis: every answer and everything that is live must be the same,
// and after every deed the line must hold together.
import { isDeepStrictEqual as same } from 'node:util';
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
import { liveKeys } from '../../src/platform/redis/keys.js';
import { type Deed, everybodyIn, languages, talkAfter } from './deed.js';
import { liveInMemory, type LiveStores } from './live-stores.js';
import { LiveMemory } from './memory/live-memory.js';
import type { Moment } from './moments.js';
import { allOrders, doneBy, eachItsOwn, Turns } from './nodes.js';
import { readLive, setsOf } from './read-live.js';
import { Scene, theCaller, theVolunteer } from './scene.js';

const MANY = 1_000;
/** The answers that say of a caller that they are not there any more. */
const farewells = ['"left"', '"ended"', '{"left":'];
const isFarewell = (said: unknown): boolean =>
  farewells.some((word) => JSON.stringify(said)?.startsWith(word));
/** The answers after which nothing may be otherwise. */
const refusals = [
  ...['already-here', 'already-on-shift', 'already-over', 'busy', 'here', 'not-in-line', 'not-yours'],
  ...['nobody-fits', 'nobody-free', 'nobody-waiting', 'nothing-to-do', 'still-here', 'still-stands'],
  ...['too-late', 'unknown', 'nobody-there', 'not-free', 'full', 'may-stay', 'still-asked', 'not-asleep'],
  'not-here',
];

type World = { readonly memory: LiveMemory; readonly scene: Scene };
/** Two at once have too many orders when they do more than this, together. */
const mostCalls = 7;

export class Story {
  #told: World;
  readonly #real: Scene;
  /** Offers and conversations share their names: each may open once. */
  readonly #opened = new Set<string>();
  /** How often two things happened at the same time. */
  atOnce = 0;

  /** `nodes`: the stores as two nodes have them, each over its own connection. */
  constructor(
    private readonly redis: Redis,
    nodes: readonly [LiveStores, LiveStores],
    private readonly line: LineId,
  ) {
    const memory = new LiveMemory();
    this.#told = { memory, scene: new Scene(liveInMemory(memory), line) };
    this.#real = new Scene(eachItsOwn(nodes), line);
  }

  /** @throws as soon as the two differ, or anything is not as the rules say */
  async goesOn({ deed, on, meanwhile }: Moment): Promise<void> {
    if (meanwhile && (await this.#areShort([deed, meanwhile]))) return this.#goBothOn(deed, meanwhile, on);
    await this.#goesOn(deed, on);
    if (meanwhile) await this.#goesOn(meanwhile, 1 - on);
  }

  /** Whoever is still here goes; then there is nothing (I7). */
  async ends(): Promise<void> {
    for (const scene of [this.#told.scene, this.#real]) await everybodyLeaves(scene);
    await this.#areTheSame();
    // Which life of the store it is, and who was put back into it, is of nobody who is there.
    const { epoch } = emptyLine;
    expect({ ...this.#now(), epoch }).toEqual(emptyLine);
    const { epoch: life, returned } = liveKeys(this.line);
    await this.redis.del(life, returned);
    expect(await this.redis.dbsize()).toBe(0);
  }

  async #goesOn(deed: Deed, on: number): Promise<void> {
    const before = this.#now();
    const said = await deed.doneTo(this.#told.scene);
    expect(await doneBy(on, () => deed.doneTo(this.#real))).toEqual(said);
    await this.#areTheSame();
    const after = this.#now();
    expect(broken(after)).toEqual([]);
    this.#matchedJustly(before, after, said);
    this.#openedOnce(before, after);
    this.#lostNobody(before, after, said);
    this.#keptTheirPlaces(before, after);
    if (typeof said === 'string' && refusals.includes(said))
      expect(withoutTabs(after)).toEqual(withoutTabs(before)); // I8
  }

  /** Two at the same time on two nodes: what they say and leave is what some order of taking turns says and leaves. */
  async #goBothOn(deed: Deed, meanwhile: Deed, on: number): Promise<void> {
    this.atOnce += 1;
    const before = this.#now();
    const both = [
      doneBy(on, () => said(deed, this.#real)),
      doneBy(1 - on, () => said(meanwhile, this.#real)),
    ];
    const answers = await Promise.all(both);
    const { line, sets } = await readLive(this.redis, this.line);
    const orders = allOrders();
    for (let order = orders.next(); !order.done;) {
      const { world, turns, told } = await this.#takeTurns([deed, meanwhile], order.value);
      const is = world.memory.of(this.line);
      if (same({ answers, line, sets }, { answers: told, line: is, sets: setsOf(is) })) {
        this.#told = world;
        this.#real.standsWhere(world.scene);
        break;
      }
      order = orders.next(turns.choices);
      if (order.done) throw new Error(`no order of the two explains ${JSON.stringify(answers)}`);
    }
    const after = this.#now();
    expect(broken(after)).toEqual([]);
    this.#openedOnce(before, after);
    if (!answers.some(isFarewell)) this.#keptTheirPlaces(before, after);
  }

  async #takeTurns([one, other]: readonly [Deed, Deed], order: readonly number[]) {
    const turns = new Turns(order);
    const memory = this.#told.memory.copy();
    const guarded = this.#told.scene.over(turns.guard(liveInMemory(memory)));
    const told = await turns.run([() => said(one, guarded), () => said(other, guarded)]);
    const world: World = { memory, scene: guarded.over(liveInMemory(memory)) };
    return { world, turns, told };
  }

  /** Two that take time, or do much, are told one after the other. */
  async #areShort(both: readonly [Deed, Deed]): Promise<boolean> {
    const { world, turns } = await this.#takeTurns(both, []);
    if (turns.calls > mostCalls || world.scene.now !== this.#told.scene.now) return false;
    // A name is the name of one stay: nobody joins under it again while it is being left.
    const orders = allOrders();
    for (let order = orders.next(); !order.done;) {
      const { turns: taken, told } = await this.#takeTurns(both, order.value);
      if (told.includes('joined') && told.some(isFarewell)) return false;
      order = orders.next(taken.choices);
    }
    return true;
  }

  #now(): LiveLine {
    return this.#told.memory.of(this.line);
  }

  async #areTheSame(): Promise<void> {
    const told = this.#now();
    const { line, sets } = await readLive(this.redis, this.line);
    expect({ line, sets }).toEqual({ line: told, sets: setsOf(told) });
    expect(await readings(this.#real)).toEqual(await readings(this.#told.scene));
  }

  #matchedJustly(before: LiveLine, after: LiveLine, said: unknown): void {
    const { now } = this.#told.scene;
    for (const [id, offer] of after.offers)
      if (!before.offers.has(id)) {
        const isGiven = before.callers.get(offer.caller)?.at === 'talking';
        expect((isGiven ? unjustlyGiven : unjust)(before, offer, now)).toEqual([]); // I3, I5
      }
    if (typeof said === 'string' && noMatch(said)) expect(couldMeet(after, now)).toBe(false); // I9
  }

  #openedOnce(before: LiveLine, after: LiveLine): void {
    for (const id of after.conversations.keys()) {
      if (before.conversations.has(id)) continue;
      expect(this.#opened.has(id)).toBe(false); // I10
      this.#opened.add(id);
    }
  }

  #lostNobody(before: LiveLine, after: LiveLine, said: unknown): void {
    const gone = [...before.callers.keys()].filter((id) => !after.callers.has(id));
    expect(gone).toHaveLength(isFarewell(said) ? 1 : 0); // I4
  }

  #keptTheirPlaces(before: LiveLine, after: LiveLine): void {
    // Who is heard at the same moment may be out of the line before the newcomer stands in it.
    const stayed = inOrder(before).filter(({ id }) => after.callers.get(id)?.at !== 'talking');
    const last = stayed.at(-1)?.place ?? 0;
    for (const { id, place } of after.callers.values()) {
      const known = before.callers.get(id);
      if (known)
        expect(place).toBe(known.place); // I6
      else expect(place).toBeGreaterThan(last); // LN1
    }
  }
}

/** No offer was made. That nobody is there any more is said of one offer. */
const noMatch = (said: string): boolean => said.startsWith('nobody-') && said !== 'nobody-there';

/** A deed of two steps may find that the other one was in between. */
const said = (deed: Deed, scene: Scene): Promise<unknown> =>
  deed.doneTo(scene).catch((fault: unknown) => ({ fault: String(fault) }));

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
    ...[
      lines.inOrder(line),
      lines.length(line),
      lines.asleepSince(line, now, MANY),
      lines.inLineSince(line, now, MANY),
    ],
    lines.waitingIn(line, languages),
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
