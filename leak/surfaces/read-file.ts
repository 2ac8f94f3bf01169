// A file in pieces that overlap, so that nothing falls between two of them.
import { createReadStream } from 'node:fs';
import type { Piece } from './surface.js';

const PIECE = 8 << 20;

export async function* readFile(path: string, overlap: number): AsyncGenerator<Piece> {
  let rest: Uint8Array = new Uint8Array();
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE })) {
    if (!Buffer.isBuffer(bytes)) throw new Error('a file was read as a text');
    const whole = Buffer.concat([rest, bytes]);
    yield { where: path, bytes: whole };
    rest = whole.subarray(Math.max(0, whole.length - overlap));
  }
}
