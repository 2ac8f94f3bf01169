// The relay: hands sealed envelopes from one tab to its peer and to nobody else. It can read none of them.
import { Injectable } from '@nestjs/common';
import { type ConversationId, type LineId, type Person } from '@veille/domain';
import type { Refusal } from '@veille/shared';
import { SilenceService } from '../conversation/silence.service.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { Memories, type Seen } from './memories.js';

export type Passed = { relay: 'relayed' | 'peer-away' } | { refused: Refusal };
type Pair = { conversation: ConversationId; peer: Person; peerHere: boolean; readAt: number };
type Spoken = { event: string; payload: { conversation: string } };

/**
 * Pairings are told to every node when they change; should that word be lost, this is how long an old one lasts. Whoever answers
 * pings is read with each of them: who speaks is seldom read for that.
 */
const READ_AGAIN_AFTER = 12_000;
/** Who was away may be back, and what is said to them meanwhile is heard by nobody (DO10). */
const WHO_WAS_AWAY_AFTER = 1_000;

/** What a person does; hellos and receipts are the pages' own. */
const written: ReadonlySet<string> = new Set(['conversation.say', 'conversation.typing']);

@Injectable()
export class Relay {
  readonly #pairs = new Map<string, Pair>();
  /** One reading at a time for a person: what is said meanwhile waits for it, and is handed over in its order (RL1). */
  readonly #readings = new Map<string, Promise<Pair | undefined>>();

  constructor(
    private readonly callers: CallerTabs,
    private readonly listeners: ListenTabs,
    private readonly silence: SilenceService,
    private readonly memories: Memories,
  ) {
    const forget = (person: string) => {
      this.#pairs.delete(person);
      this.#readings.delete(person);
    };
    for (const tabs of [callers, listeners]) tabs.whenPairChanged(forget);
    memories.whenSeen((person, seen) => this.#seen(person, seen));
  }

  /** Who is paired with whom is read from the state, never from what the tab says (S1). At once where it is known. */
  pass(line: LineId, from: Person, spoken: Spoken): Passed | Promise<Passed> {
    const known = this.#pairs.get(from.id);
    const isFresh = known && performance.now() - known.readAt < goodFor(known);
    if (isFresh && !this.#readings.has(from.id)) return this.#hand(line, known, spoken);
    return this.#reading(line, from).then((pair) => this.#hand(line, pair, spoken));
  }

  /** Danger: a reading may be older than a change that was told since. It confirms what is known, and says nothing new. */
  #seen(person: Person, seen: Seen): void {
    const known = this.#pairs.get(person.id);
    if (!known || seen.readAt <= known.readAt) return;
    const pair = this.#pairIn(person, seen);
    if (pair?.conversation === known.conversation) this.#pairs.set(person.id, pair);
  }

  #hand(line: LineId, pair: Pair | undefined, { event, payload }: Spoken): Passed {
    if (pair?.conversation !== payload.conversation) return { refused: 'not-now' };
    if (written.has(event)) this.silence.hear(line, pair.conversation);
    const tabs = pair.peer.role === 'caller' ? this.callers : this.listeners;
    const here = tabs.here(pair.peer) !== undefined || pair.peerHere;
    if (here) tabs.tell(pair.peer, { event, payload, volatile: event === 'conversation.typing' });
    return { relay: here ? 'relayed' : 'peer-away' };
  }

  #reading(line: LineId, from: Person): Promise<Pair | undefined> {
    const underway = this.#readings.get(from.id);
    if (underway) return underway;
    // Who was paired anew meanwhile is read again: what began before is not kept.
    const isLatest = (): boolean => this.#readings.get(from.id) === reading;
    const reading: Promise<Pair | undefined> = this.#pairOf(line, from)
      .then((pair) => (isLatest() ? this.#keep(from, pair) : pair))
      .finally(() => void (isLatest() && this.#readings.delete(from.id)));
    this.#readings.set(from.id, reading);
    return reading;
  }

  async #pairOf(line: LineId, from: Person): Promise<Pair | undefined> {
    const known = this.#pairs.get(from.id);
    return this.#readOrRebuild(line, from, known).catch((outage: unknown) => {
      // Relays go on while the live store is away: an old pairing is better than a cut conversation.
      const pair = known ?? this.#remembered(from);
      if (pair) return { ...pair, readAt: performance.now() };
      throw outage;
    });
  }

  #keep(from: Person, pair: Pair | undefined): Pair | undefined {
    if (pair) this.#pairs.set(from.id, pair);
    else this.#pairs.delete(from.id);
    return pair;
  }

  /** As the node of this tab knew it before the outage; whether the peer is here, nobody can say. */
  #remembered(from: Person): Omit<Pair, 'readAt'> | undefined {
    const talk = this.memories.talkOf(from);
    if (!talk) return undefined;
    const peer: Person =
      from.role === 'caller'
        ? { role: 'volunteer', id: talk.volunteer }
        : { role: 'caller', id: talk.caller };
    return { conversation: talk.id, peer, peerHere: true };
  }

  /** Nothing where there was a pair: it is over, or the store was lost and does not know it yet. */
  async #readOrRebuild(line: LineId, from: Person, known: Pair | undefined): Promise<Pair | undefined> {
    const read = await this.#read(line, from);
    if (read || !known || (await this.memories.comesBack(line, from)) === 'over') return read;
    return this.#read(line, from);
  }

  async #read(line: LineId, from: Person): Promise<Pair | undefined> {
    return this.#pairIn(from, await this.memories.see(line, from));
  }

  #pairIn(from: Person, seen: Seen): Pair | undefined {
    const [conversation] = seen.line.conversations.values();
    if (!conversation) return undefined;
    const { id, caller, volunteer } = conversation;
    const peer: Person =
      from.role === 'caller' ? { role: 'volunteer', id: volunteer } : { role: 'caller', id: caller };
    return { conversation: id, peer, peerHere: this.memories.mayBeHere(seen, peer), readAt: seen.readAt };
  }
}

const goodFor = ({ peerHere }: Pair): number => (peerHere ? READ_AGAIN_AFTER : WHO_WAS_AWAY_AFTER);
