// Who may ask what, and when: the one table of the doors. What stands in no row is refused, whoever asks (AW1, AW2).
// `npm run access` prints it into docs/access.md.
import type { Caller, Deed, Volunteer } from '@veille/domain';
import type { CallerAsks, DeskAsks, ListenAsks } from '@veille/shared';

/** Anybody, with a session or without; somebody, of themselves; or whoever may do one of these deeds. */
export type Asker = 'anybody' | 'somebody' | readonly Deed[];

/** What an open board reads again by itself, every few seconds: it is no sign of anybody (AC9). */
export const readByItself: ReadonlySet<string> = new Set([
  'GET /api/desk/closures',
  'GET /api/desk/agreements',
]);

/** Every route under `/api`. Which line, post or account is touched is read from the session, or judged by the service. */
export const routes: Readonly<Record<string, Asker>> = {
  'GET /api/access/me': 'anybody',
  'POST /api/access/sign-in': 'anybody',
  'POST /api/access/sign-out': 'anybody',
  'POST /api/access/invitations/accept': 'anybody',
  'POST /api/access/password': 'somebody',
  'POST /api/access/invitations': ['invite-volunteer', 'invite-coordinator', 'invite-administrator'],
  'GET /api/access/sign-on': 'anybody',
  'POST /api/access/sign-on': 'anybody',
  'GET /api/access/sign-on/back': 'anybody',
  'GET /api/factor/half': 'anybody',
  'POST /api/factor/challenge': 'anybody',
  'POST /api/factor/prove': 'anybody',
  'GET /api/factor': 'anybody',
  'POST /api/factor/again': 'anybody',
  'POST /api/factor/enrol': 'anybody',
  'POST /api/factor/confirm': 'anybody',
  'POST /api/factor/codes': 'somebody',
  'GET /api/post/here': 'anybody',
  'POST /api/post/here': 'anybody',
  'POST /api/post/sign-in': 'anybody',
  'POST /api/post/pin': 'somebody',
  'POST /api/post/pin/end': 'somebody',
  'GET /api/post/devices': ['run-devices'],
  'POST /api/post/devices': ['run-devices'],
  'POST /api/post/devices/code': ['run-devices'],
  'POST /api/post/devices/end': ['run-devices'],
  'GET /api/access/provider': ['choose-provider'],
  'POST /api/access/provider': ['choose-provider'],
  'POST /api/access/provider/end': ['choose-provider'],
  'POST /api/access/resets/accept': 'anybody',
  'GET /api/access/sessions': 'somebody',
  'POST /api/access/sessions/here': 'somebody',
  'POST /api/access/sessions/end': 'somebody',
  'GET /api/staff/members': ['run-staff'],
  'POST /api/staff/reset': ['run-staff'],
  'POST /api/staff/:deed': ['run-staff'],
  'GET /api/staff/journal': ['read-audit'],
  'GET /api/staff/journal/export': ['read-audit'],
  'GET /api/desk/lines/:line': ['run-line'],
  'PUT /api/desk/lines/:line': ['run-line'],
  'POST /api/desk/lines/:line/mode': ['run-line'],
  'GET /api/desk/association': ['see-desk'],
  'POST /api/desk/posts': ['add-post'],
  'POST /api/desk/lines': ['add-line'],
  'GET /api/desk/closures': ['close-network'],
  'POST /api/desk/closures/:deed': ['close-network'],
  'GET /api/desk/agreements': ['agree'],
  'POST /api/desk/agreements/propose': ['agree'],
  'POST /api/desk/agreements/take-back': ['agree'],
  'POST /api/desk/agreements/accept': ['agree'],
  'POST /api/desk/agreements/end': ['agree'],
  'GET /api/desk/associations': ['found-association'],
  'POST /api/desk/associations': ['found-association'],
};

/** Who enters each face: anybody, or whoever may do this deed. Each event of a face is for whoever entered it. */
export const faces = { caller: 'anybody', listen: 'listen', desk: 'see-desk' } as const satisfies Record<
  string,
  'anybody' | Deed
>;
export type Face = keyof typeof faces;

export type CallerAt = 'outside' | Caller['at'];
/** Who is reserved is told that they are free, and may do the same. */
export type VolunteerAt = 'off' | Exclude<Volunteer['at'], 'reserved'>;

/** In which states an event goes through, and the one word it is refused with in all the others. */
export type Row<At extends string> = {
  readonly during: 'always' | readonly At[];
  readonly otherwise: 'not-now' | 'too-late';
};

const always = { during: 'always', otherwise: 'not-now' } as const;
const during = <At extends string>(...states: readonly At[]): Row<At> => ({
  during: states,
  otherwise: 'not-now',
});
const inConversation = during('talking');
const inLine = during<CallerAt>('waiting', 'asked', 'offered', 'asleep');

const conversation = {
  'conversation.hello': inConversation,
  'conversation.say': inConversation,
  'conversation.receipt': inConversation,
  'conversation.typing': inConversation,
  'conversation.here': inConversation,
  'conversation.end': inConversation,
} as const;

/**
 * Every event of every face. The door knows no event without a row; that a state refuses is said by the move that would
 * change it, in the same instant, and the whole product of this table is walked against it (AW2).
 */
export const events: {
  readonly caller: Readonly<Record<keyof CallerAsks, Row<CallerAt>>>;
  readonly listen: Readonly<Record<keyof ListenAsks, Row<VolunteerAt>>>;
  readonly desk: Readonly<Record<keyof DeskAsks, Row<'here'>>>;
} = {
  caller: {
    'line.join': always,
    'line.here': inLine,
    'line.leave': inLine,
    'caller.held': always,
    'presence.here': always,
    ...conversation,
  },
  listen: {
    'shift.start': during('off'),
    'shift.free': during('free', 'breather', 'away'),
    'shift.away': during('free', 'breather', 'away'),
    'shift.stop': during('off', 'free', 'breather', 'away'),
    'recall.wish': always,
    // The same answer twice is told what it was told before (OF5).
    'offer.accept': { during: ['offered', 'talking'], otherwise: 'too-late' },
    'offer.decline': { during: ['offered'], otherwise: 'too-late' },
    'network.ask': during('talking', 'breather'),
    'conversation.hand-back': inConversation,
    'conversation.colleagues': inConversation,
    'conversation.hand-over': inConversation,
    'presence.here': always,
    ...conversation,
  },
  desk: { 'presence.here': always },
};
