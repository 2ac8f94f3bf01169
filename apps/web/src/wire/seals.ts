// What sealing promises, whoever does it: the conversation knows this page only, and `envelope.ts` keeps the promise.

/** Who speaks in one direction. The server pairs one of each, so two directions never share a name. */
export type Side = 'caller' | 'volunteer';

/** What two pages have in common that a reload may keep: a name the server may see, and a secret it never does. */
export type Continuity = { readonly name: string; readonly secret: string };

/** One direction of one conversation between two page loads. `theirs` is the other page's public key. */
export type Direction = {
  conversation: string;
  speaker: Side;
  epoch: number;
  theirs: string;
  /** Both have it, or nothing opens. */
  continuity?: Continuity | undefined;
};

/** Between which pages a continuity is agreed on, and what they had before. */
export type Tie = { conversation: string; side: Side; theirs: string; former: Continuity | undefined };

/** The keys of one page load in one conversation. The private one cannot be taken out, and dies with the page. */
export type Seals = {
  readonly key: string;
  /** From this page to theirs. Throws when `theirs` is no point of the curve. */
  sealTo(direction: Direction): Promise<Sealing>;
  /** From their page to this one. Throws when `enc` is no point of the curve. */
  openFrom(direction: Direction, enc: string): Promise<Opening>;
  /** The same on both pages, and known to no third. Throws when `theirs` is no point of the curve. */
  agree(tie: Tie): Promise<Continuity>;
};

/** Seals messages one after the other: the first call is the first number of the direction, and none may be skipped. */
export type Sealing = { readonly enc: string; seal(number: number, plain: Uint8Array): Promise<string> };

/** Opens messages in the order they were sealed. A refusal changes nothing: the true message can still be opened. */
export type Opening = {
  readonly enc: string;
  open(number: number, sealed: string): Promise<Uint8Array | 'not-genuine'>;
};
