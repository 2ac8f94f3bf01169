// What a service answers to each thing that is asked at the desk, for a test.
import type { MemberTold, Who } from '@veille/shared';
import { chosenSettings } from './chosen-settings.js';

export const id = 'A'.repeat(22);
export const line = { id: 'principale', name: 'Ligne principale' };
export const camille: Who = { pseudonym: 'Camille', role: 'coordinator', association: 'veille' };
const claude: Who = { ...camille, pseudonym: 'Claude' };
export const dominique: MemberTold = {
  account: 'd',
  pseudonym: 'Dominique',
  role: 'volunteer',
  suspended: false,
  entersBy: 'password',
  isMe: false,
};
const code = { code: 'A'.repeat(16), validFor: 1_000 };
const enrolled = { recovery: ['A'.repeat(16)] };
const offer = { secret: 'A'.repeat(32), uri: 'otpauth://totp/Veille' };
const agreements = { lines: [line], agreements: [] };
const asked = { closure: id, line: line.name, is: 'asked', left: 1_000, refused: 0, isMine: false };
const closures = { closures: [asked] };
const devices = { devices: [], posts: [{ id: 'lyon', name: 'Lyon' }] };
const deskLine = {
  name: line.name,
  timeZone: 'Europe/Paris',
  settings: chosenSettings,
  imposed: ['hardCap'],
};
const link = { link: 'https://veille.test/ecoute#invitation=AAAA', validFor: 1_000 };
const members = { members: [dominique] };
const post = { post: 'Lyon', pin: 'none' };
const provider = { provider: null, back: 'https://veille.test/retour' };
const sessions = { sessions: [{ id: 's', startedAt: 0, seenAt: 0, isHere: true }] };
const association = { association: { id: 'veille', name: 'Veille' }, lines: [line], posts: [] };

export const deskAnswers: Record<string, object> = {
  '/api/access/me': camille,
  '/api/access/sign-in': claude,
  '/api/access/sign-out': {},
  '/api/access/password': {},
  '/api/access/invitations': link,
  '/api/access/sessions/here': sessions,
  '/api/access/sessions/end': sessions,
  'GET /api/access/sign-on': { offered: false },
  'POST /api/access/sign-on': { refused: 'unavailable' },
  '/api/access/provider': provider,
  '/api/access/provider/end': provider,
  '/api/desk/agreements': agreements,
  '/api/desk/agreements/propose': code,
  '/api/desk/agreements/take-back': agreements,
  '/api/desk/agreements/accept': agreements,
  '/api/desk/agreements/end': agreements,
  '/api/desk/association': association,
  '/api/desk/posts': association,
  '/api/desk/closures': closures,
  '/api/desk/closures/confirm': closures,
  '/api/desk/lines/principale': deskLine,
  '/api/desk/lines/principale/mode': deskLine,
  '/api/factor/': { kind: 'totp', recoveryLeft: 8, entersBy: 'password' },
  '/api/factor/again': { prove: 'totp' },
  '/api/factor/codes': enrolled,
  '/api/factor/confirm': enrolled,
  '/api/factor/enrol': offer,
  '/api/factor/challenge': { refused: 'unavailable' },
  '/api/factor/prove': claude,
  '/api/post/here': post,
  '/api/post/pin': { ...post, pin: 'chosen' },
  '/api/post/pin/end': { ...post, pin: 'chosen' },
  '/api/post/sign-in': claude,
  '/api/post/devices': devices,
  '/api/post/devices/code': code,
  '/api/post/devices/end': devices,
  '/api/staff/members': members,
  '/api/staff/suspend': members,
  '/api/staff/reset': link,
  '/api/staff/journal': { records: [{ number: 1, at: 0, did: 'signed-in' }], more: true },
};
