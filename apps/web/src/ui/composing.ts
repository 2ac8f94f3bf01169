// What a box to write in needs from the page around it.
export type ComposerWords = {
  label: string;
  send: string;
  hint: string;
  /** It is too long for one, and leaves in so many. */
  parts: (count: number) => string;
  tooLong: string;
  full: string;
};

/** `full` and `too-long` took nothing: the text stays in the box. */
export type Sending = (text: string) => 'taken' | 'full' | 'too-long';

/** One after the other, until one is refused; it and those after it are the rest. */
export function sendAll(parts: readonly string[], onsend: Sending) {
  for (const [index, part] of parts.entries()) {
    const outcome = onsend(part);
    if (outcome !== 'taken') return { refused: outcome, rest: parts.slice(index).join('\n') };
  }
  return { refused: undefined, rest: '' };
}
