// An association from its desk, over HTTP: its lines and posts under `/api/desk`; and, for administrators, the associations.
import * as v from 'valibot';
import { limits } from './limits.js';

const named = v.strictObject({ id: v.string(), name: v.string() });
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.name), v.regex(/^[^\p{C}]*$/u));
/** Whether an address can hold is the service's to say, which names the field. */
const address = v.pipe(v.string(), v.trim(), v.maxLength(60));

/** `GET association`, and what `POST posts` and `POST lines` answer: all of one's own, and nothing of any other. */
export const deskAssociation = v.strictObject({
  association: named,
  lines: v.array(named),
  posts: v.array(named),
});
export type DeskAssociation = v.InferOutput<typeof deskAssociation>;

/** `POST posts` (coordinators). */
export const newPost = v.strictObject({ post: name });
/** `POST lines` (coordinators). `line` is its address, as in `/ligne/<line>`; `timeZone` an IANA name. */
export const newLine = v.strictObject({
  line: address,
  lineName: name,
  timeZone: v.pipe(v.string(), v.maxLength(60)),
});
export type NewLine = v.InferOutput<typeof newLine>;
/** `POST associations` (administrators): with its first post and its first line. `association` is its address. */
export const newAssociation = v.strictObject({
  association: address,
  name,
  post: name,
  ...newLine.entries,
});
export type NewAssociation = v.InferOutput<typeof newAssociation>;
/** `GET` and `POST associations`: names and addresses, which is all an administrator sees of another's. */
export const deskAssociations = v.strictObject({ associations: v.array(named) });
export type DeskAssociations = v.InferOutput<typeof deskAssociations>;
