// Every size the wire accepts, so that both ends refuse the same things.
export const limits = {
  /** Bytes of one frame from a client, everything included; above it the socket is closed. */
  frame: 16_384,
  /** Characters of one envelope's sealed part: 4096 padded bytes, a tag, in base64url. */
  sealed: 5_600,
  /** Characters (UTF-16 units) of one message, before sealing. */
  text: 2_000,
  /** Bytes of one message in UTF-8, so that it always fits the largest padded size. */
  textBytes: 3_800,
  /** Messages one side may hold unacknowledged by the other. */
  outbox: 200,
  pseudonym: { min: 2, max: 40 },
  /** Characters of the name of an association, a line or a post. */
  name: 60,
  password: { min: 12, max: 256 },
} as const;
