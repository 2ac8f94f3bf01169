// One end of a conversation as a page lives it: the page's own half (apps/web/src/wire) over the thin line. What one end says
// the other shows once and in its order, whatever becomes of the lines meanwhile; `wrongs` counts what was not so.
import { setTimeout as after } from 'node:timers/promises';
import { pageClock } from '../../apps/web/src/wire/clock.ts';
import { makeSeals } from '../../apps/web/src/wire/envelope.ts';
import { SealedConversation } from '../../apps/web/src/wire/sealed-conversation.ts';
import { MARK } from './sealed.mjs';

/** Longer than a page waits before it says again what nobody receipted, twice over. */
const PATIENCE = 15_000;

export class TalkingPage {
  said = 0;
  shown = [];
  #person;
  #conversation;
  #told;

  /** `person` talks; `side` is theirs. */
  static async of(person, side) {
    const page = new TalkingPage();
    page.side = side;
    page.#told = person.last.get(`${side}.is`);
    page.#person = person;
    const terms = { conversation: page.#told.conversation, epoch: page.#told.tab, side };
    page.#conversation = new SealedConversation(terms, {
      seals: await makeSeals(),
      clock: pageClock,
      kept: { kept: undefined, resumed: false, keep: () => {} },
      carriage: page.#carriage(),
      screen: page.#screen(),
    });
    page.#hears(person);
    return page;
  }

  /** The line the page has now. */
  get person() {
    return this.#person;
  }

  get id() {
    return this.#told.conversation;
  }

  say() {
    this.said += 1;
    this.#conversation.say(`${MARK} ${this.said}`);
  }

  /** On a new line, of the same page. */
  comesBack(person) {
    this.#person = person;
    this.#hears(person);
    this.#isTold(person.last.get(`${this.side}.is`));
  }

  close() {
    this.#conversation.close();
  }

  #hears(person) {
    person.hears = (event, payload) => {
      if (event === 'conversation.hello') this.#conversation.hearHello(payload);
      if (event === 'conversation.say') this.#conversation.hearEnvelope(payload);
      if (event === 'conversation.receipt') this.#conversation.hearReceipt(payload);
      if (event === `${this.side}.is`) this.#isTold(payload);
    };
  }

  /** As a page does (talk.svelte.ts): after each of its own returns, and of the other's, it asks. */
  #isTold(told) {
    if (told?.at !== 'talking' || told.conversation !== this.id) return;
    const { tab, peer } = this.#told;
    this.#told = told;
    if (told.tab !== tab || (told.peer === 'here' && peer === 'away')) this.#conversation.ask();
  }

  #carriage() {
    return {
      hello: (hello) => void this.#person.ask('conversation.hello', hello),
      receipt: (receipt) => this.#person.line.tell('conversation.receipt', JSON.stringify(receipt)),
      say: async (envelope) => {
        const said = await this.#person.ask('conversation.say', envelope);
        return said.answer?.relay === 'relayed' ? 'relayed' : 'not-relayed';
      },
    };
  }

  #screen() {
    return {
      heard: ({ text, shown }) => {
        this.shown.push(Number(text.slice(MARK.length)));
        shown();
      },
      progress: () => {},
      givenBack: () => {},
      seenSince: () => {},
      pageNews: () => {},
    };
  }
}

/** Every page says a word every `milliseconds`, none of them at the same moment; gives how to stop it. */
export function allTalk(pages, milliseconds) {
  const ending = new AbortController();
  const talks = pages.map(async (page, nth) => {
    await after((nth * milliseconds) / pages.length);
    while (!ending.signal.aborted) {
      page.say();
      await after(milliseconds);
    }
  });
  return () => (ending.abort(), Promise.all(talks));
}

/** Words that are not shown at the other end in time, are shown twice, or out of their order. */
export async function wrongsOf(pairs) {
  const ways = pairs.flatMap(([one, other]) => [
    { from: one, to: other },
    { from: other, to: one },
  ]);
  const lost = () => ways.reduce((sum, { from, to }) => sum + from.said - new Set(to.shown).size, 0);
  const until = performance.now() + PATIENCE;
  while (lost() > 0 && performance.now() < until) await after(20);
  const all = ways.map(({ to: { shown } }) => shown);
  const doubled = all.reduce((sum, shown) => sum + shown.length - new Set(shown).size, 0);
  const disordered = all.reduce(
    (sum, shown) => sum + shown.filter((word, at) => word < shown[at - 1]).length,
    0,
  );
  return { lost: lost(), doubled, disordered };
}
