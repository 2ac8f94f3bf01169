// Silence in a conversation: how long nobody has written, and what may be suggested then. Nothing ever ends by it.
import type { ConversationId } from './ids.js';
import { type Conversation, type LiveLine, type Step, unchanged, withEntry } from './live-line.js';
import type { LineSettings } from './settings.js';
import type { Instant } from './time.js';

/** `nudge`: a gentle sentence is suggested to the volunteer; `ask`: the caller is asked softly whether they are still there. */
export type Silence = 'nudge' | 'ask';
type Lengths = Pick<LineSettings, 'silenceNudge' | 'silenceAsk'>;

export const silentSince = ({ heardAt, openedAt }: Conversation): Instant => heardAt ?? openedAt;

/** What a silence that began at `since` has come to; `undefined` while it is none (SL1). */
export function silenceAt(
  since: Instant,
  { silenceNudge, silenceAsk }: Lengths,
  now: Instant,
): Silence | undefined {
  if (now - since >= silenceAsk) return 'ask';
  return now - since >= silenceNudge ? 'nudge' : undefined;
}

/** When it comes to more; `undefined` when there is no more to come. */
export function nextSilence(
  since: Instant,
  { silenceNudge, silenceAsk }: Lengths,
  now: Instant,
): Instant | undefined {
  return [since + silenceNudge, since + silenceAsk].find((at) => at > now);
}

/** One of the two wrote at `at`. What is told late never makes a silence longer (SL2). `since`: when the silence before it began. */
export function heardFrom(
  line: LiveLine,
  id: ConversationId,
  at: Instant,
): Step<'already-over' | { readonly since: Instant }> {
  const conversation = line.conversations.get(id);
  if (!conversation) return unchanged(line, 'already-over');
  const since = silentSince(conversation);
  if (at <= since) return unchanged(line, { since });
  const heard = { ...conversation, heardAt: at };
  return { line: { ...line, conversations: withEntry(line.conversations, id, heard) }, says: { since } };
}
