// Every way one thing may be written down: as it is, in the encodings of text, in hexadecimal, in addresses, in base64 at
// any of its three alignments.
export type Form = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Bytes a letter takes. */ readonly wide: number;
};

const form = (name: string, bytes: Buffer, wide = 1): Form => ({ name, bytes, wide });
const ascii = (name: string, text: string): Form => form(name, Buffer.from(text, 'latin1'));

export function formsOf(is: string | Uint8Array): Form[] {
  const bytes = Buffer.from(is);
  return [
    form('as it is', bytes),
    ...(typeof is === 'string' ? formsOfText(is) : []),
    ascii('hex', bytes.toString('hex')),
    ascii('HEX', bytes.toString('hex').toUpperCase()),
    ...base64FormsOf(bytes),
  ];
}

function formsOfText(text: string): Form[] {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    form('latin1', Buffer.from(text, 'latin1')),
    form('utf-16le', utf16, 2),
    form('utf-16be', Buffer.from(utf16).swap16(), 2),
    ascii('url', encodeURIComponent(text)),
  ];
}

/** What stands before a thing shifts its base64: of each alignment only what its own bytes decide is looked for. */
function base64FormsOf(bytes: Buffer): Form[] {
  return [0, 1, 2].flatMap((before) => {
    const written = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const own = written.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3));
    const forUrls = own.replaceAll('+', '-').replaceAll('/', '_');
    const plain = ascii(`base64+${before}`, own);
    return own === forUrls ? [plain] : [plain, ascii(`base64url+${before}`, forUrls)];
  });
}

const WRITTEN = /[A-Za-z0-9+/_-]{24,}={0,2}|(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~-]){24,}/g;

/** What stands in some bytes a second time, under an encoding of its own: base64, hexadecimal or that of addresses. */
export function* decodedIn(bytes: Buffer): Generator<Buffer> {
  for (const [run] of bytes.toString('latin1').matchAll(WRITTEN)) {
    if (run.includes('%')) yield Buffer.from(unescape(run), 'latin1');
    else yield Buffer.from(run, 'base64');
    if (/^(?:[0-9A-Fa-f]{2})+$/.test(run)) yield Buffer.from(run, 'hex');
  }
}

const unescape = (run: string) =>
  run.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
