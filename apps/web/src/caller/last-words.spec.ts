// The last words of a conversation: read by who was left, for a while, and then nowhere.
import { describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import type { Line } from '../wire/talk.svelte.js';
import { LastWords, READ_FOR } from './last-words.svelte.js';

const goodbye: Line = { key: 'them-2', by: 'them', text: 'Prenez soin de vous.', shown: () => undefined };

/** A conversation whose last message comes while it is being finished. */
function aTalk() {
  const lines: Line[] = [
    { key: 'me-1', by: 'me', text: 'Merci.', progress: 'delivered' },
    { key: 'them-1', by: 'them', text: 'De rien.', shown: () => undefined },
  ];
  const open: (() => void)[] = [];
  const finish = async (show: (all: readonly Line[]) => void) => {
    await new Promise<void>((resolve) => open.push(resolve));
    show([...lines, goodbye]);
  };
  return { talk: { lines, finish }, opened: () => open.forEach((resolve) => resolve()) };
}

const texts = ({ lines }: LastWords) => lines.map((line) => (line.by === 'page' ? line.note : line.text));

describe('the last words', () => {
  it('[FA13] stay to be read, with those that had come and were not opened, until they erase themselves', async () => {
    const { clock, advance } = heldClock();
    const last = new LastWords(clock);
    const { talk, opened } = aTalk();
    const finished = last.keep(talk, '');
    expect(texts(last)).toEqual(['Merci.', 'De rien.']);
    opened();
    await finished;
    expect(texts(last)).toEqual(['Merci.', 'De rien.', 'Prenez soin de vous.']);
    advance(READ_FOR - 1);
    expect(last.left).toBe(1);
    expect(last.lines).toHaveLength(3);
    advance(1);
    expect(last.lines).toEqual([]);
  });

  it('[FA13] erased by hand, nothing comes after', async () => {
    const last = new LastWords(heldClock().clock);
    const { talk, opened } = aTalk();
    const finished = last.keep(talk, '');
    last.erase();
    opened();
    await finished;
    expect(last.lines).toEqual([]);
  });

  it('[FA13] show what was being written too, as something that never left', () => {
    const last = new LastWords(heldClock().clock);
    void last.keep(aTalk().talk, 'Je voulais dire');
    expect(last.lines.at(-1)).toMatchObject({ text: 'Je voulais dire', progress: 'sending' });
    void last.keep(aTalk().talk, '  ');
    expect(texts(last)).toEqual(['Merci.', 'De rien.']);
  });
});
