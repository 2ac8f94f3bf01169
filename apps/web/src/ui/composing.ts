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
