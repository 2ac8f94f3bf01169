// Coming back with the real cipher, against a server that would like to come back in somebody's place.
import { describe, expect, it } from '@jest/globals';
import type { Hello } from '@veille/shared';
import { TwoPages } from '../../test/two-pages.js';
import { fromBase64url, toBase64url } from './base64url.js';
import { makeSeals } from './envelope.js';
import type { Continuity, Seals } from './seals.js';

const secretOf = (byte: number) => toBase64url(new Uint8Array(32).fill(byte));

async function afterWords(): Promise<{ pages: TwoPages; kept: Continuity }> {
  const pages = new TwoPages(makeSeals);
  await pages.load('caller');
  await pages.load('volunteer');
  await pages.heal(1);
  for (const side of ['caller', 'volunteer'] as const) {
    pages.say(side);
    await pages.heal(1);
  }
  const kept = pages.kept.caller;
  if (!kept) throw new Error('the pages agreed on nothing');
  return { pages, kept };
}

/** What the server sees of the page's next hello. */
async function nextHello(pages: TwoPages): Promise<Hello> {
  await pages.wait(0);
  const packet = pages.underway.volunteer.find(({ what }) => what === 'hello');
  if (packet?.what !== 'hello') throw new Error('nobody greeted');
  return packet.load;
}

describe('coming back, sealed for real', () => {
  it('[SM14] [SM15] both tabs hold the same secret of 256 bits, and it opens the past', async () => {
    const { pages, kept } = await afterWords();
    expect(pages.kept.volunteer).toEqual(kept);
    expect(fromBase64url(kept.secret)).toHaveLength(32);
    await pages.load('caller');
    await pages.heal(3);
    expect(pages.now('caller').shown).toEqual(['caller 1', 'volunteer 2']);
    pages.close();
  });

  it('[SM15] who knows the name and not the secret opens nothing, and is believed by nobody', async () => {
    const { pages, kept } = await afterWords();
    pages.kept.caller = { name: kept.name, secret: secretOf(7) };
    await pages.load('caller');
    pages.say('caller');
    await pages.heal(12);
    expect(pages.now('caller').shown).toEqual([]);
    expect(pages.now('volunteer').shown).toEqual(['caller 1']);
    expect(pages.now('volunteer').news).not.toContain('their-page-back');
    pages.close();
  });

  it('[SM16] a secret of another name gives nothing back', async () => {
    const { pages } = await afterWords();
    pages.kept.caller = { name: toBase64url(new Uint8Array(16).fill(9)), secret: secretOf(9) };
    await pages.load('caller');
    await pages.heal(3);
    expect(pages.now('caller').shown).toEqual([]);
    expect(pages.now('volunteer').news).toEqual(['their-page-empty']);
    pages.close();
  });

  it('[SM9] a page of an old epoch is not given back to, even with the secret', async () => {
    const { pages } = await afterWords();
    await pages.load('caller');
    await pages.heal(3);
    const [before] = pages.pages.caller;
    pages.now('volunteer').news.length = 0;
    before?.conversation.ask();
    const old = { ...(await nextHello(pages)), epoch: 1 };
    pages.underway.volunteer.length = 0;
    await pages.hand('volunteer', { what: 'hello', load: old });
    expect(pages.underway.caller).toEqual([]);
    expect(pages.now('volunteer').news).toEqual([]);
    pages.close();
  });

  it('[SM15] a server that swaps the key of who comes back reads nothing of what is given', async () => {
    const { pages, kept } = await afterWords();
    const server = await makeSeals();
    const volunteer = await greetAs(server, { pages, kept });
    const given = pages.underway.caller.flatMap((packet) => (packet.what === 'say' ? [packet.load] : []));
    const direction = {
      conversation: 'conversation-1',
      speaker: 'volunteer',
      epoch: 2,
      theirs: volunteer,
    } as const;
    const guesses = [undefined, { name: kept.name, secret: secretOf(0) }];
    const [first] = given;
    if (!first) throw new Error('nothing was given');
    for (const continuity of guesses) {
      const opening = await server.openFrom({ ...direction, continuity }, first.enc);
      expect(await opening.open(first.number, first.sealed)).toBe('not-genuine');
    }
    // Had it the secret too, it would read: nothing else stood in its way.
    const opening = await server.openFrom({ ...direction, continuity: kept }, first.enc);
    expect(await opening.open(first.number, first.sealed)).not.toBe('not-genuine');
    pages.close();
  });
});

/** The server greets the volunteer under its own key, with the name of the continuity it saw go by. Says theirs. */
async function greetAs(
  server: Seals,
  { pages, kept }: { pages: TwoPages; kept: Continuity },
): Promise<string> {
  await pages.load('caller');
  const theirs = await nextHello(pages);
  pages.underway.volunteer.length = 0;
  const posing: Hello = { ...theirs, key: server.key };
  await pages.hand('volunteer', { what: 'hello', load: posing });
  const answer = pages.underway.caller.find(({ what }) => what === 'hello');
  const volunteer = answer?.what === 'hello' ? answer.load.key : '';
  const settling = { heard: volunteer, continues: kept.name, whole: false };
  await pages.hand('volunteer', { what: 'hello', load: { ...posing, ...settling } });
  await pages.wait(500);
  return volunteer;
}
