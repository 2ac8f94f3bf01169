// Two pages greet each other and stop: no hello is answered for ever, and a late page is not mistaken for the present one.
import { describe, expect, it } from '@jest/globals';
import { plainSeals } from '../../test/plain-seals.js';
import { TwoPages } from '../../test/two-pages.js';
import { Greeting } from './greeting.js';

const conversation = 'conversation-1';
const standing = { haveUpTo: 0, from: 1, continues: '', whole: true };

async function together() {
  const pages = new TwoPages(plainSeals);
  await pages.load('caller');
  await pages.load('volunteer');
  await pages.drain();
  return pages;
}

describe('greeting', () => {
  it('[SM4] two pages that arrive at once need four hellos, and then none', async () => {
    const pages = await together();
    expect(pages.hellos).toBe(4);
    await pages.heal();
    expect(pages.hellos).toBe(4);
    pages.close();
  });

  it('[SM4] a page that was loaded anew needs at most four more, and then none', async () => {
    const pages = await together();
    await pages.load('caller');
    await pages.heal();
    expect(pages.hellos).toBeLessThanOrEqual(8);
    expect(pages.now('volunteer').news).toEqual(['their-page-back']);
    pages.close();
  });

  it('[SM4] asking again with the same keys is one question and one answer', async () => {
    const pages = await together();
    pages.now('caller').conversation.ask();
    await pages.heal();
    expect(pages.hellos).toBe(6);
    pages.close();
  });

  it('[SM9] a hello of an earlier page, of a second key, or of another conversation is dropped', () => {
    const here = new Greeting({ conversation, key: 'here', epoch: 1 });
    const there = new Greeting({ conversation, key: 'there', epoch: 5 });
    expect(here.hear(there.ask(standing))).toMatchObject({ newPage: true, replaced: false, answer: true });
    const earlier = new Greeting({ conversation, key: 'earlier', epoch: 4 });
    const second = new Greeting({ conversation, key: 'second', epoch: 5 });
    const elsewhere = new Greeting({ conversation: 'conversation-2', key: 'there', epoch: 6 });
    for (const late of [earlier, second, elsewhere]) expect(here.hear(late.ask(standing))).toBe('dropped');
    expect(here.peer?.key).toBe('there');
  });

  it('[SM9] a later page of the same side takes over', () => {
    const here = new Greeting({ conversation, key: 'here', epoch: 1 });
    here.hear(new Greeting({ conversation, key: 'there', epoch: 5 }).ask(standing));
    const later = new Greeting({ conversation, key: 'later', epoch: 6 });
    expect(here.hear(later.ask(standing))).toMatchObject({ newPage: true, replaced: true });
  });
});
