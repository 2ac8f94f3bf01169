// A long text as people write it on such a night, in as many messages as carry it: cut where a sentence ends, or a word.
import { fits } from './padding.js';

/** Where a text may be cut, the best first: after a line, a sentence, a word. */
const seams = [/\n+/g, /[.!?…]+[»”"’)]*\s+/g, /\s+/g];
/** A cut before this part of what would fit leaves too little in the message. */
const NOT_BEFORE = 0.5;

/** Each part fits one message; nothing but the white space at the cuts is lost. */
export function inMessages(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (!fits(rest)) {
    const end = cutIn(rest, longestThatFits(rest));
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

function longestThatFits(text: string): number {
  let [fitting, tooLong] = [0, text.length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (fits(text.slice(0, middle))) fitting = middle;
    else tooLong = middle;
  }
  return fitting;
}

function cutIn(text: string, longest: number): number {
  const window = text.slice(0, longest);
  for (const seam of seams) {
    const last = [...window.matchAll(seam)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > longest * NOT_BEFORE) return end;
  }
  return wholeLetters(window);
}

/** Neither a pair of surrogates nor an emoji of several parts is torn, unless it alone is longer than a message. */
function wholeLetters(window: string): number {
  const letters = [...new Intl.Segmenter().segment(window.slice(-64))];
  const last = letters.at(-1)?.segment.length ?? 0;
  return letters.length > 1 ? window.length - last : window.length;
}
