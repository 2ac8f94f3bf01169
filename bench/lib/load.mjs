// A load on pairs, and what it must never do: every message is heard once, in order, by the peer of who said it and by no
// other socket. Open: so many a second, whatever comes back. Closed: so many in flight, as fast as they come back.
import { setTimeout as after } from 'node:timers/promises';
import { Pace } from './pace.mjs';
import { anEnvelope } from './sealed.mjs';

const PATIENCE = 10_000;

/** One end of a pair. `say` and `sayAcknowledged` are the line's; `peer` is the other end. */
export class Side {
  sent = 0;
  heard = 0;
  sentAt = [];
  acknowledged = [];

  constructor(conversation, speak) {
    this.conversation = conversation;
    Object.assign(this, speak);
  }
}

export class Load {
  faults = { lost: 0, disordered: 0, strayed: 0 };
  #sides;
  #next = 0;
  #heard = () => {};
  #underway = 0;

  constructor(pairs) {
    this.pairs = pairs;
    this.#sides = pairs.flat();
    for (const [one, other] of pairs) [one.peer, other.peer] = [other, one];
  }

  /** The line of `side` was told this envelope. */
  hear(side, { conversation, number }) {
    if (conversation !== side.conversation) return void (this.faults.strayed += 1);
    if (number !== side.heard + 1) this.faults.disordered += 1;
    side.heard = number;
    this.#underway -= 1;
    return this.#heard(performance.now() - side.peer.sentAt[number]);
  }

  /** A socket that is in no conversation was told something of one. */
  stray() {
    this.faults.strayed += 1;
  }

  /** Milliseconds each message took. */
  async open({ rate, seconds }) {
    const took = [];
    this.#heard = (milliseconds) => took.push(milliseconds);
    const pace = new Pace(rate, () => this.say());
    while (pace.catchUp() < rate * seconds) await after(1);
    await this.drained();
    return took;
  }

  /** { messages, seconds }: how many were said and heard in how long. Ends at the first of `messages` and `seconds`. */
  async closed({ messages, seconds, inFlight = 400, acknowledged = false }) {
    const say = acknowledged ? () => this.#sayAcknowledged(goesOn) : () => this.say();
    const began = performance.now();
    let said = 0;
    const goesOn = () => {
      if (said >= messages || performance.now() - began > seconds * 1_000) return;
      said += 1;
      say();
    };
    this.#heard = acknowledged ? () => {} : goesOn;
    for (let first = 0; first < inFlight; first += 1) goesOn();
    while (said < messages && performance.now() - began < seconds * 1_000) await after(5);
    await this.drained();
    return { messages: said, seconds: (performance.now() - began) / 1_000 };
  }

  #turn() {
    this.#next = (this.#next + 1) % this.#sides.length;
    return this.#sides[this.#next];
  }

  #text(side) {
    side.sent += 1;
    side.sentAt[side.sent] = performance.now();
    this.#underway += 1;
    return anEnvelope(side.conversation, side.sent);
  }

  say() {
    const side = this.#turn();
    side.say(this.#text(side));
  }

  /** Somebody writes: told when there is room for it, and never twice. */
  type() {
    this.#turn().type();
  }

  #sayAcknowledged(acknowledged) {
    const side = this.#turn();
    side.sayAcknowledged(this.#text(side), acknowledged);
  }

  /** What does not come within the patience is lost. */
  async drained() {
    const until = performance.now() + PATIENCE;
    while (this.#underway > 0 && performance.now() < until) await after(2);
    this.faults.lost += this.#underway;
    this.#underway = 0;
  }
}
