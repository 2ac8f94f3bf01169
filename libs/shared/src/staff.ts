// The HTTP words of who runs an association's staff, under `/api/staff`, and of one's own sessions, under `/api/access`.
import * as v from 'valibot';
import { entersBy, invitationToken, newPassword, role } from './access.js';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const whole = v.pipe(v.number(), v.safeInteger());

/** `seenOn`: `yyyy-mm-dd`. */
export const member = v.strictObject({
  account: id,
  pseudonym: v.string(),
  role,
  /** The name of the post they belong to; nothing for who belongs to the whole association. */
  post: v.exactOptional(v.string()),
  suspended: v.boolean(),
  seenOn: v.exactOptional(v.string()),
  entersBy,
  isMe: v.boolean(),
});
export type MemberTold = v.InferOutput<typeof member>;
/** `GET members` → those within one's reach. */
export const members = v.strictObject({ members: v.array(member) });
/** `POST suspend`, `restore`, `demote`, `remove` → `members` as they are since; `POST reset` → `resetLink`. */
export const onAccount = v.strictObject({ account: id });
export const staffDeeds = ['suspend', 'restore', 'demote', 'remove'] as const;
export type StaffDeed = (typeof staffDeeds)[number];
export const resetLink = v.strictObject({ link: v.string(), validFor: whole });

/** `POST /api/access/resets/accept` → `who` and the session cookie. */
export const acceptReset = v.strictObject({ reset: invitationToken, password: newPassword });

/** What the page says of itself when it is asked for the first time in a session; never an agent, never an address. */
export const devices = ['phone', 'computer'] as const;
/** `GET /api/access/sessions` → where one is signed in, the newest first. `POST here` says which kind of device this is. */
export const sessionTold = v.strictObject({
  id,
  startedAt: whole,
  seenAt: whole,
  isHere: v.boolean(),
  device: v.exactOptional(v.picklist(devices)),
});
export type SessionTold = v.InferOutput<typeof sessionTold>;
export const sessionsTold = v.strictObject({ sessions: v.array(sessionTold) });
export const sessionHere = v.strictObject({ device: v.picklist(devices) });
/** `POST end` → `sessions` as they are since. `others`: every one but this. */
export const endSession = v.strictObject({ session: id });

/** Who did it, or to whom, as they are called today; without a pseudonym, somebody who was removed since. */
const somebody = v.strictObject({ pseudonym: v.exactOptional(v.string()) });
export const journalRecord = v.strictObject({
  number: whole,
  at: whole,
  did: v.string(),
  by: v.exactOptional(somebody),
  to: v.exactOptional(somebody),
  of: v.exactOptional(v.string()),
  what: v.exactOptional(v.array(v.string())),
});
export type JournalRecord = v.InferOutput<typeof journalRecord>;
/** `GET journal?skip=` → a page of it, the newest first. */
export const journal = v.strictObject({ records: v.array(journalRecord), more: v.boolean() });
/** `GET journal/export?as=json` → all of it, as a file; `as=csv` holds the same, a line a record. */
export const exported = v.array(v.strictObject({ ...journalRecord.entries, seal: v.string() }));
export const journalQuery = v.strictObject({
  skip: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number))),
});
export const exportQuery = v.strictObject({ as: v.picklist(['csv', 'json']) });
