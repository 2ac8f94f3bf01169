// Every event of every face, well put: what somebody would say who knows the wire, and ids that may not be theirs.
import { callerAsks, deskAsks, listenAsks } from '@veille/shared';
import { randomBytes } from 'node:crypto';
import { anEnvelope } from './envelopes.js';

export type Ids = { readonly conversation: string; readonly offer: string };

const ofConversation = (conversation: string): Readonly<Record<string, object>> => ({
  'conversation.hello': {
    conversation,
    key: randomBytes(65).toString('base64url'),
    epoch: 1,
    heard: '',
    haveUpTo: 0,
    from: 1,
    continues: '',
    whole: false,
  },
  'conversation.say': anEnvelope(conversation),
  'conversation.receipt': { conversation, upTo: 1, proof: randomBytes(16).toString('base64url') },
  'conversation.typing': { conversation },
  'conversation.here': { conversation },
  'conversation.end': { conversation },
  'conversation.hand-back': { conversation },
  'conversation.colleagues': { conversation },
  'conversation.hand-over': { conversation, to: 'nobody' },
});

/** What each event takes. */
export const payloads = ({ conversation, offer }: Ids): Readonly<Record<string, object>> => ({
  ...ofConversation(conversation),
  'shift.start': { place: 'home' },
  'offer.accept': { offer },
  'offer.decline': { offer },
  'recall.wish': { wished: false },
});

/** The names of all events of all faces, each once. */
export const everyEvent = [
  ...new Set([callerAsks, listenAsks, deskAsks].flatMap((asks) => Object.keys(asks))),
];

export const noEvents = ['offer.steal', 'conversation.read', 'toString', '__proto__', 'desk.now'];
