// What is looked for: texts nobody else could have written, the address, browser and language of who came, the keys of their
// pages, what lets a tab or a browser back in, and the numbers of stays. Drawn anew for each run, so that nothing of a former one is ever found.
import { randomBytes, randomInt } from 'node:crypto';

export type Group =
  | 'text'
  | 'key'
  | 'address'
  | 'browser'
  | 'language'
  | 'secret'
  | 'id'
  /** What only the caller's own tab is told: their number, their ticket, the secret of a continuity. */
  | 'caller'
  /** Not drawn, but found: something stands where nobody reviewed that it may. */
  | 'unreviewed';

/** One thing that must not be found. A text is looked for as it can be written down, bytes as they are and written down. */
export type Mark = { readonly group: Group; readonly is: string | Uint8Array };

/** Where somebody comes from and with what, as a front door would say it to the service. */
export type Provenance = {
  readonly address: string;
  readonly forwarded: string;
  readonly browser: string;
  readonly language: string;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const draw = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)] ?? '').join('');

/** An accent and spaces stand in the middle, because they are written differently everywhere. */
export const aText = (): string => `${draw(20)} è ${draw(20)}`;

const part = () => String(randomInt(100, 255));

/** The address is one of this machine's own, 127.0.0.0/8, so that the service really sees a socket that comes from it. */
export const aProvenance = (): Provenance => ({
  address: ['127', part(), part(), part()].join('.'),
  forwarded: `2001:db8:${randomBytes(12).toString('hex').match(/.{4}/g)?.join(':') ?? ''}`,
  browser: `${draw(28)}/${draw(24)}`,
  language: `fr-x-${draw(8)}-${draw(8)}`,
});

export const marksOf = ({ address, forwarded, browser, language }: Provenance): Mark[] => [
  { group: 'address', is: address },
  { group: 'address', is: forwarded },
  // As a network is counted: without its colons, any prefix of it.
  { group: 'address', is: forwarded.replaceAll(':', '').padStart(32, '0') },
  { group: 'browser', is: browser },
  { group: 'language', is: language },
];
