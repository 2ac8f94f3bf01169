// Somewhere something could be found. Its pieces are read one after the other, so that no machine need hold them all.
export type Piece = { readonly where: string; readonly bytes: Buffer };

export type Surface = {
  readonly name: string;
  /** Small ones are also read a second time, each encoded part of them decoded. */
  readonly decoded: boolean;
  pieces(): AsyncIterable<Piece> | Iterable<Piece>;
};
